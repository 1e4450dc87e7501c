package io.numetry.exporter.config;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, which connects by CONNECT. The password is never shown.
 *
 * @param user null if the proxy asks for none
 * @param password null if the proxy asks for none
 */
public record ProxyOptions(
    String host, int port, @Nullable String user, @Nullable String password) {
  public ProxyOptions {
    if (host.isBlank()) {
      throw new IllegalArgumentException("proxy: host= is empty; write the name of a host");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("proxy: port=" + port + ", write 1 to 65535");
    }
    if ((user == null) != (password == null)) {
      throw new IllegalArgumentException("proxy: a user needs a password, and the reverse");
    }
    if (user != null && user.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "proxy: user=" + user + " has a colon, which none may have");
    }
  }

  /** A proxy that asks for no credentials. */
  public ProxyOptions(String host, int port) {
    this(host, port, null, null);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}

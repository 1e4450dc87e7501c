package io.numetry.exporter.config;

import java.nio.file.Path;

/** What a connection is made to. */
public sealed interface Destination {

  /**
   * A host on the network.
   *
   * @param host name or address, an IPv6 one in brackets
   * @param port 1 to 65535
   */
  record HostAndPort(String host, int port) implements Destination {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /** A Unix domain socket. */
  record UnixSocket(Path path) implements Destination {
    @Override
    public String toString() {
      return "unix:" + path;
    }
  }
}

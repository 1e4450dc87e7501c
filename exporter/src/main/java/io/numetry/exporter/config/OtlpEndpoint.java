package io.numetry.exporter.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where requests go. User and fragment of a URL are not used; they may hold secrets, and no message
 * here repeats them.
 *
 * @param host name or address, an IPv6 one in brackets
 * @param port 1 to 65535
 * @param path path and query as they stand in the request line
 */
public record OtlpEndpoint(String host, int port, String path) {
  private static final String METRICS_PATH = "v1/metrics";
  private static final int HTTP_PORT = 80;
  private static final String EXAMPLE = "write one like http://collector:4318";

  /**
   * The endpoint of all signals: metrics go to {@code v1/metrics} below it.
   *
   * @param option where the URL comes from, for the message
   */
  public static OtlpEndpoint ofBase(String option, String url) {
    OtlpEndpoint base = ofMetrics(option, url);
    int query = base.path.indexOf('?');
    String path = query < 0 ? base.path : base.path.substring(0, query);
    String rest = query < 0 ? "" : base.path.substring(query);
    String folder = path.endsWith("/") ? path : path + "/";
    return new OtlpEndpoint(base.host, base.port, folder + METRICS_PATH + rest);
  }

  /**
   * The endpoint of metrics alone: used as it is; without a path it is the root.
   *
   * @param option where the URL comes from, for the message
   */
  public static OtlpEndpoint ofMetrics(String option, String url) {
    URI uri = parse(option, url);
    requireHttp(option, url, uri);
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw unusable(option, url, "has no host");
    }
    String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
    // Not URI.getHost(): it knows no underscore, which container networks put into names.
    int colon = hostPort.lastIndexOf(':');
    boolean hasPort = colon > hostPort.lastIndexOf(']');
    String host = hasPort ? hostPort.substring(0, colon) : hostPort;
    if (host.isEmpty()) {
      throw unusable(option, url, "has no host");
    }
    String portText = hasPort ? hostPort.substring(colon + 1) : "";
    int port = portText.isEmpty() ? HTTP_PORT : port(option, url, portText);
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new OtlpEndpoint(
        host, port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
  }

  /** The value of the Host header. */
  public String authority() {
    return port == HTTP_PORT ? host : host + ":" + port;
  }

  @Override
  public String toString() {
    int query = path.indexOf('?');
    return "http://" + authority() + (query < 0 ? path : path.substring(0, query));
  }

  private static URI parse(String option, String url) {
    try {
      return new URI(url.strip());
    } catch (URISyntaxException e) {
      throw unusable(option, url, "is not a URL");
    }
  }

  private static void requireHttp(String option, String url, URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    switch (scheme) {
      case "http" -> {}
      case "https" ->
          throw new IllegalArgumentException(
              message(option, url, "asks for TLS, which is not supported yet")
                  + "; write http:// to a collector on this host or network, which may forward with"
                  + " TLS");
      default -> throw unusable(option, url, "is not an http URL");
    }
  }

  private static int port(String option, String url, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw unusable(option, url, "has no valid port");
  }

  private static IllegalArgumentException unusable(String option, String url, String why) {
    return new IllegalArgumentException(message(option, url, why) + "; " + EXAMPLE);
  }

  private static String message(String option, String url, String why) {
    return option + "=" + withoutSecrets(url) + " " + why;
  }

  private static String withoutSecrets(String url) {
    int query = url.indexOf('?');
    String shown = query < 0 ? url : url.substring(0, query) + "?...";
    return shown.replaceFirst("//[^/]*@", "//...@");
  }
}

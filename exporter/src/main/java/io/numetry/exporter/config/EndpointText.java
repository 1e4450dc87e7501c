package io.numetry.exporter.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint as somebody wrote it. What it means depends on the protocol.
 *
 * <p>User and fragment of a URL are not used; they may hold secrets, and no message here repeats
 * them.
 *
 * @param option where it comes from, for messages
 * @param text a URL {@code http://} or {@code https://}; {@code unix:} with a path; for gRPC also
 *     {@code host:port}, with {@code dns:} or without
 * @param ofMetrics whether it is the endpoint of metrics alone, used as it is; otherwise that of
 *     all signals, and metrics go to {@code v1/metrics} below it
 */
record EndpointText(String option, String text, boolean ofMetrics) {
  private static final String HTTP_EXAMPLE = "write one like http://collector:4318";
  private static final String GRPC_EXAMPLE = "write one like http://collector:4317";

  private static final Pattern SCHEME = Pattern.compile("(?i)(https?|unix|dns):.*");
  private static final Pattern DNS = Pattern.compile("(?i)dns:(?://[^/]*/)?(.*)");
  private static final Pattern SCHEME_AND_REST =
      Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*:(?://)?).*");
  private static final Pattern HOST_PORT =
      Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[A-Za-z0-9._-]+)(?::([^:/]*))?");

  /**
   * What it means.
   *
   * @param insecure whether gRPC goes without TLS where the text does not say
   * @throws IllegalArgumentException if it means nothing
   */
  OtlpEndpoint resolve(OtlpProtocol protocol, boolean insecure) {
    String stripped = text.strip();
    Matcher scheme = SCHEME.matcher(stripped);
    String name = scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
    return switch (name) {
      case "http", "https" -> ofUrl(protocol, name.equals("https"));
      case "unix" -> ofSocket(protocol, stripped.substring("unix:".length()));
      default -> {
        if (protocol != OtlpProtocol.GRPC) {
          throw unusable(protocol, isUrl(stripped) ? "is not an http URL" : "is not a URL");
        }
        Matcher dns = DNS.matcher(stripped);
        yield ofTarget(dns.matches() ? dns.group(1) : stripped, !insecure);
      }
    };
  }

  private OtlpEndpoint ofUrl(OtlpProtocol protocol, boolean tls) {
    URI uri = parse(protocol);
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw unusable(protocol, "has no host");
    }
    String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
    // Not URI.getHost(): it knows no underscore, which container networks put into names.
    int colon = hostPort.lastIndexOf(':');
    boolean hasPort = colon > hostPort.lastIndexOf(']');
    String host = hasPort ? hostPort.substring(0, colon) : hostPort;
    if (host.isEmpty()) {
      throw unusable(protocol, "has no host");
    }
    String portText = hasPort ? hostPort.substring(colon + 1) : "";
    return OtlpEndpoint.ofHost(tls, host, port(protocol, portText, tls), path(protocol, uri));
  }

  private String path(OtlpProtocol protocol, URI uri) {
    if (protocol == OtlpProtocol.GRPC) {
      return OtlpEndpoint.GRPC_PATH;
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    if (ofMetrics) {
      return path + query;
    }
    return (path.endsWith("/") ? path : path + "/") + OtlpEndpoint.METRICS_PATH + query;
  }

  private OtlpEndpoint ofSocket(OtlpProtocol protocol, String rest) {
    String socket = rest.startsWith("//") ? rest.substring(2) : rest;
    // Two slashes announce a host, which a socket has not.
    if (socket.isEmpty() || (rest.startsWith("//") && !socket.startsWith("/"))) {
      throw new IllegalArgumentException(
          message("has no socket's path") + "; write one like unix:///run/collector.sock");
    }
    try {
      return OtlpEndpoint.ofSocket(
          Path.of(socket),
          protocol == OtlpProtocol.GRPC ? OtlpEndpoint.GRPC_PATH : "/" + OtlpEndpoint.METRICS_PATH);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(message("has no socket's path"), e);
    }
  }

  private OtlpEndpoint ofTarget(String target, boolean tls) {
    Matcher matcher = HOST_PORT.matcher(target);
    if (!matcher.matches()) {
      throw unusable(OtlpProtocol.GRPC, "is no URL and no host:port");
    }
    String portText = matcher.group(2) == null ? "" : matcher.group(2);
    return OtlpEndpoint.ofHost(
        tls, matcher.group(1), port(OtlpProtocol.GRPC, portText, tls), OtlpEndpoint.GRPC_PATH);
  }

  private int port(OtlpProtocol protocol, String portText, boolean tls) {
    if (portText.isEmpty()) {
      return tls ? OtlpEndpoint.HTTPS_PORT : OtlpEndpoint.HTTP_PORT;
    }
    try {
      int port = Integer.parseInt(portText);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw unusable(protocol, "has no valid port");
  }

  private URI parse(OtlpProtocol protocol) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      throw unusable(protocol, "is not a URL");
    }
  }

  private static boolean isUrl(String text) {
    try {
      new URI(text);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private IllegalArgumentException unusable(OtlpProtocol protocol, String why) {
    return new IllegalArgumentException(
        message(why) + "; " + (protocol == OtlpProtocol.GRPC ? GRPC_EXAMPLE : HTTP_EXAMPLE));
  }

  private String message(String why) {
    return option + "=" + withoutSecrets(text) + " " + why;
  }

  /**
   * What may be shown of it: no user, no query, no fragment. A password that should have been
   * percent-encoded may have any of their marks: where it is not clear what is what, nothing is
   * shown.
   */
  private static String withoutSecrets(String url) {
    Matcher parts = SCHEME_AND_REST.matcher(url);
    String scheme = parts.matches() ? parts.group(1) : "";
    String rest = url.substring(scheme.length());
    int at = rest.lastIndexOf('@');
    String[] shown = rest.split("(?<=[?#])", 2);
    if (shown[0].length() <= at) {
      return scheme + "...";
    }
    String user = at < 0 ? "" : "...@";
    return scheme + user + shown[0].substring(at + 1) + (shown.length > 1 ? "..." : "");
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return option + "=" + withoutSecrets(text);
  }
}

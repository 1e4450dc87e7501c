package io.numetry.exporter.config;

import io.numetry.exporter.config.Destination.HostAndPort;
import io.numetry.exporter.config.Destination.UnixSocket;
import java.nio.file.Path;

/**
 * Where requests go.
 *
 * @param tls whether the connection is by TLS
 * @param path path and query as they stand in the request
 */
public record OtlpEndpoint(boolean tls, Destination destination, String path) {
  static final String METRICS_PATH = "v1/metrics";
  static final int HTTP_PORT = 80;
  static final int HTTPS_PORT = 443;

  /** The only path of OTLP/gRPC for metrics. */
  static final String GRPC_PATH = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";

  static OtlpEndpoint ofHost(boolean tls, String host, int port, String path) {
    return new OtlpEndpoint(tls, new HostAndPort(host, port), path);
  }

  static OtlpEndpoint ofSocket(Path socket, String path) {
    return new OtlpEndpoint(false, new UnixSocket(socket), path);
  }

  /** The endpoint where there is no other: a collector on this host. */
  static OtlpEndpoint ofDefault(OtlpProtocol protocol) {
    return ofHost(
        false,
        "localhost",
        protocol.defaultPort(),
        protocol == OtlpProtocol.GRPC ? GRPC_PATH : "/" + METRICS_PATH);
  }

  /** The value of the Host header, and of HTTP/2's {@code :authority}. */
  public String authority() {
    return switch (destination) {
      case HostAndPort(String host, int port) ->
          port == (tls ? HTTPS_PORT : HTTP_PORT) ? host : host + ":" + port;
      case UnixSocket socket -> "localhost";
    };
  }

  @Override
  public String toString() {
    boolean isGrpc = path.equals(GRPC_PATH);
    int query = path.indexOf('?');
    String shown = isGrpc ? "" : query < 0 ? path : path.substring(0, query);
    return switch (destination) {
      case HostAndPort host -> (tls ? "https://" : "http://") + authority() + shown;
      case UnixSocket socket -> socket.toString();
    };
  }
}

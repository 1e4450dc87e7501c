package io.numetry.exporter.send;

import io.numetry.exporter.config.Destination.HostAndPort;
import io.numetry.exporter.config.Destination.UnixSocket;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.self.Component;
import io.numetry.self.ComponentType;
import io.numetry.self.Server;
import java.util.function.ToIntFunction;

/** What a sender's metrics of itself tell it from others by. */
public record SenderIdentity(Component component, Server server) {

  /**
   * That of a sender with these options.
   *
   * @param number numbers a component of a type
   */
  public static SenderIdentity of(OtlpOptions options, ToIntFunction<String> number) {
    ComponentType type =
        switch (options.protocol()) {
          case GRPC -> ComponentType.OTLP_GRPC_METRIC_EXPORTER;
          case HTTP_PROTOBUF -> ComponentType.OTLP_HTTP_METRIC_EXPORTER;
          case HTTP_JSON -> ComponentType.OTLP_HTTP_JSON_METRIC_EXPORTER;
        };
    Server server =
        switch (options.endpoint().destination()) {
          case HostAndPort(String host, int port) -> new Server(withoutBrackets(host), port);
          case UnixSocket socket -> new Server(socket.path().toString(), null);
        };
    return new SenderIdentity(Component.of(type, number.applyAsInt(type.id())), server);
  }

  /** An IPv6 address has them in URLs alone. */
  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}

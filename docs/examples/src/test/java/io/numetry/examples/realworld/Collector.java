package io.numetry.examples.realworld;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Collector that writes down what it decodes, and may pass it on to a Prometheus. */
public final class Collector implements AutoCloseable {
  private static final String WRITES_DOWN =
      """
      receivers:
        otlp:
          protocols:
            http:
              endpoint: 127.0.0.1:%d
      exporters:
        jsonfile:
          path: %s
      service:
        telemetry:
          metrics:
            level: none
        pipelines:
          metrics:
            receivers: [otlp]
            exporters: [jsonfile]
      """;

  private static final String PASSES_ON =
      WRITES_DOWN
          .replace(
              "service:",
              """
                otlp_http/prometheus:
                  metrics_endpoint: %s
                  tls:
                    insecure: true
                  sending_queue:
                    num_consumers: 1
              service:\
              """)
          .replace("[jsonfile]", "[jsonfile, otlp_http/prometheus]");

  private final int port;
  private final Path received;
  private final Server server;

  private Collector(Path program, Path folder, int port, String config) throws Exception {
    this.port = port;
    this.received = folder.resolve("received.jsonl");
    Path file = Files.writeString(folder.resolve("collector.yaml"), config);
    this.server =
        new Server(
            List.of(program.toString(), "--config", file.toString()),
            folder.resolve("collector.log"));
    awaitListening();
  }

  /** Starts one that writes down. */
  public static Collector start(Path folder) throws Exception {
    int port = Server.freePort();
    return new Collector(
        Binary.COLLECTOR.require(), folder, port, WRITES_DOWN.formatted(port, jsonFile(folder)));
  }

  /** Starts one that writes down and passes on. */
  public static Collector startFor(Prometheus prometheus, Path folder) throws Exception {
    int port = Server.freePort();
    return new Collector(
        Binary.COLLECTOR.require(),
        folder,
        port,
        PASSES_ON.formatted(port, jsonFile(folder), prometheus.metricsEndpoint()));
  }

  /** What to write as the endpoint of all signals. */
  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** Where it writes what it decodes, a request a line. */
  public Path received() {
    return received;
  }

  @Override
  public void close() {
    server.close();
  }

  private void awaitListening() throws Exception {
    try {
      server.awaitListening(port);
    } catch (IllegalStateException e) {
      server.close();
      throw new IOException("the Collector " + e.getMessage(), e);
    }
  }

  private static Path jsonFile(Path folder) {
    return folder.resolve("received.jsonl");
  }
}

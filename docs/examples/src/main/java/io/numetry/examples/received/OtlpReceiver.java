package io.numetry.examples.received;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An OTLP/HTTP endpoint on a free port of the loopback interface. A request that it cannot decode
 * is answered with 400, as the protocol says, and counted.
 */
public final class OtlpReceiver implements AutoCloseable {
  private static final String PATH = "/v1/metrics";
  private static final String PROTOBUF = "application/x-protobuf";

  private final MetricTotals totals;
  private final ExecutorService executor;
  private final HttpServer server;
  private volatile int refused;

  /**
   * Listens.
   *
   * @param totals where requests go
   */
  public OtlpReceiver(MetricTotals totals) throws IOException {
    this.totals = totals;
    this.executor =
        Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("otlp-receiver").daemon().unstarted(task));
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext(PATH, this::handle);
    server.start();
  }

  /** What to write as the endpoint of all signals. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Requests that were not understood. */
  public int refused() {
    return refused;
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdown();
  }

  /** On the one thread of the executor. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!PROTOBUF.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
        refused++;
        exchange.sendResponseHeaders(415, -1);
        return;
      }
      try {
        totals.add(ExportMetricsServiceRequest.parseFrom(body));
      } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
        refused++;
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      // An empty message is no byte at all: everything was accepted.
      byte[] response = ExportMetricsServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().set("Content-Type", PROTOBUF);
      exchange.sendResponseHeaders(200, response.length == 0 ? -1 : response.length);
      exchange.getResponseBody().write(response);
    }
  }
}

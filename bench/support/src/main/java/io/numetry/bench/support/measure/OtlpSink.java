package io.numetry.bench.support.measure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An OTLP/HTTP endpoint on a free port of the loopback interface that takes every request and keeps
 * none of it: exporting shall be real, receiving as little as can be.
 */
public final class OtlpSink implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final AtomicLong requests = new AtomicLong();
  private final ExecutorService executor;
  private final HttpServer server;

  /** Of the executor's one thread. */
  private final byte[] buffer = new byte[BUFFER_BYTES];

  public OtlpSink() throws IOException {
    executor =
        Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("bench-sink").daemon().unstarted(task));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/v1/metrics", this::handle);
    server.start();
  }

  /** What to write as the endpoint of all signals. */
  public String endpoint() {
    return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port();
  }

  /** Requests taken that had something in them. */
  public long requests() {
    return requests.get();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      long bytes = 0;
      try (InputStream body = exchange.getRequestBody()) {
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
          bytes += read;
        }
      }
      if (bytes > 0) {
        requests.incrementAndGet();
      }
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdown();
  }
}

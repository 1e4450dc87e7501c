package io.numetry.exporter.testkit;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A destination that keeps what it is sent and answers as it is told, by default with success. */
public final class TestCollector implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  /** A request as it came. */
  public record Received(
      String method, String path, Headers headers, int remotePort, ByteString body) {
    public ExportMetricsServiceRequest request() {
      return Frames.parse(body.toByteArray());
    }
  }

  /** What to do with a request whose body has been read. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  public TestCollector(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public TestCollector() {
    this(0);
  }

  /** An answer without headers. */
  public static Answer status(int status, byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  public static Answer status(int status) {
    return status(status, new byte[0]);
  }

  /** The next request that no earlier answer is for gets this one. */
  public TestCollector thenAnswer(Answer answer) {
    answers.add(answer);
    return this;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://localhost:" + port();
  }

  public List<Received> received() {
    return received;
  }

  public List<ExportMetricsServiceRequest> requests() {
    return received.stream().map(Received::request).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ByteString body = ByteString.readFrom(exchange.getRequestBody());
      received.add(
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              exchange.getRemoteAddress().getPort(),
              body));
      Answer answer = answers.poll();
      (answer == null ? status(200) : answer).to(exchange);
    }
  }
}

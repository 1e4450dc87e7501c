package io.numetry.exporter.testkit;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.numetry.exporter.testkit.Certificates.Pair;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A destination that keeps what it is sent and answers as it is told, by default with success. */
public final class TestCollector implements AutoCloseable {
  private final HttpServer server;
  private final boolean isTls;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private volatile Answer general = status(200);

  /** A request as it came. */
  public record Received(
      String method, String path, Headers headers, int remotePort, ByteString body) {
    public ExportMetricsServiceRequest request() {
      ByteString content = Contents.decoded(headers.getFirst("Content-Encoding"), body);
      return "application/json".equals(headers.getFirst("Content-Type"))
          ? Frames.parseJson(content.toStringUtf8())
          : Frames.parse(content.toByteArray());
    }
  }

  /** What to do with a request whose body has been read. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  public TestCollector(int port) {
    this(port, null, "");
  }

  private TestCollector(int port, @Nullable Pair certificate, String tlsVersion) {
    isTls = certificate != null;
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      if (certificate == null) {
        server = HttpServer.create(address, 0);
      } else {
        HttpsServer https = HttpsServer.create(address, 0);
        https.setHttpsConfigurator(tls(certificate, tlsVersion));
        server = https;
      }
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

  /** With one version of TLS. */
  public static TestCollector withTls(Pair certificate, String version) {
    return withTls(0, certificate, version);
  }

  public static TestCollector withTls(int port, Pair certificate, String version) {
    return new TestCollector(port, certificate, version);
  }

  private static HttpsConfigurator tls(Pair certificate, String version) {
    // The JDK's own server has HTTP/1.1 alone, and no ALPN.
    var builder =
        SslContextBuilder.forServer(certificate.certificateFile(), certificate.keyFile())
            .sslProvider(SslProvider.JDK);
    try {
      SSLContext context = ((JdkSslContext) builder.build()).context();
      return new HttpsConfigurator(context) {
        @Override
        public void configure(HttpsParameters parameters) {
          SSLParameters chosen = context.getDefaultSSLParameters();
          chosen.setProtocols(new String[] {version});
          parameters.setSSLParameters(chosen);
        }
      };
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
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

  /** Every request that no other answer is for gets this one. */
  public TestCollector answerAll(Answer answer) {
    general = answer;
    return this;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return (isTls ? "https" : "http") + "://localhost:" + port();
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
      (answer == null ? general : answer).to(exchange);
    }
  }
}

package io.numetry.exporter.realworld;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.HttpVersion;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Certificates;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.GrpcCollector;
import io.numetry.exporter.testkit.RawServer;
import io.numetry.exporter.testkit.TestCollector;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What proxies in front of a collector make of it: nginx, and nghttpx. */
class ReverseProxyTest extends DeliveryChecks {
  @TempDir private Path folder;

  private final int port = Program.freePort();

  /**
   * Starts nginx.
   *
   * @param server what stands in its one server
   */
  private Program nginx(String server) throws IOException {
    Path binary = Program.installed("nginx", "nginx-light");
    Path config = folder.resolve("nginx.conf");
    Files.writeString(config, config(server));
    return new Program(
        List.of(
            binary.toString(), "-p", folder.toString(), "-c", config.toString(), "-e", "stderr"),
        folder.resolve("nginx.log"),
        port);
  }

  private String config(String server) {
    return """
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log stderr;
        events {}
        http {
          access_log off;
          client_max_body_size 64m;
          client_body_buffer_size 64m;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
        %2$s
          }
        }
        """
        .formatted(folder, server.indent(4));
  }

  private OtlpMetricExporter.Builder toProxy(OtlpProtocol protocol) {
    return Delivery.quick("http://127.0.0.1:" + port).protocol(protocol);
  }

  private static String forwards(int port, OtlpProtocol protocol, int backend) {
    return protocol == OtlpProtocol.GRPC
        ? "listen 127.0.0.1:%d http2; location / { grpc_pass grpc://127.0.0.1:%d; }"
            .formatted(port, backend)
        : "listen 127.0.0.1:%d; location / { proxy_pass http://127.0.0.1:%d; }"
            .formatted(port, backend);
  }

  /** Nobody is behind the proxy: 502 until somebody is. */
  @ParameterizedTest
  @EnumSource
  void shouldWaitForWhoIsBehindTheProxy(OtlpProtocol protocol) throws Exception {
    int backend = Program.freePort();
    try (Program nginx = nginx(forwards(port, protocol, backend));
        var delivery = new Delivery(toProxy(protocol).build())) {
      delivery.record(1000).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 3);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains(
              protocol == OtlpProtocol.GRPC
                  ? "gRPC status UNAVAILABLE (14), HTTP status 502"
                  : "HTTP status 502");
      if (protocol == OtlpProtocol.GRPC) {
        try (var collector = new GrpcCollector(GrpcCollector.builder(backend))) {
          delivery.flush();
          assertThat(collector.requests().stream().map(Frames::points)).containsExactly(1000);
        }
      } else {
        try (var collector = new TestCollector(backend)) {
          delivery.flush();
          assertThat(collector.requests().stream().map(Frames::points)).containsExactly(1000);
        }
      }
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(nginx.printed()).contains("Connection refused");
    }
  }

  /** Somebody is, but does not answer: 504. */
  @ParameterizedTest
  @EnumSource
  void shouldTryAgainAfterTheProxysTimeout(OtlpProtocol protocol) throws Exception {
    try (var silent = new RawServer(connection -> connection.getInputStream().readAllBytes());
        Program nginx =
            nginx(
                "proxy_read_timeout 50ms; grpc_read_timeout 50ms; "
                    + forwards(port, protocol, silent.port()));
        var delivery = new Delivery(toProxy(protocol).build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 2);
      assertThat(log.warnings()).singleElement().asString().contains("HTTP status 504");
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(nginx.printed()).contains("timed out");
    }
  }

  /** It hangs up on each request without a word, until it is another's turn. */
  @Test
  void shouldTryAgainAfterTheProxyHangsUp() throws Exception {
    try (var collector = new TestCollector();
        var delivery = new Delivery(toProxy(OtlpProtocol.HTTP_PROTOBUF).build())) {
      delivery.record(1000).export();
      try (Program cutting = nginx("listen 127.0.0.1:%d; return 444;".formatted(port))) {
        int refused = (int) delivery.exporter.statistics().retries();
        delivery.await(() -> delivery.exporter.statistics().retries() > refused + 3);
        assertThat(cutting.printed()).isNotNull();
      }
      try (Program nginx = nginx(forwards(port, OtlpProtocol.HTTP_PROTOBUF, collector.port()))) {
        delivery.flush();
        assertThat(nginx.printed()).isNotNull();
      }
      assertThat(collector.requests()).extracting(Frames::points).containsExactly(1000);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1000);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
    }
  }

  /** It ends while who is behind it is still busy with the request. */
  @ParameterizedTest
  @EnumSource
  void shouldTryAgainAfterTheProxyEndsInMidRequest(OtlpProtocol protocol) throws Exception {
    try (var http = new TestCollector();
        var grpc = new GrpcCollector();
        var busy = new RawServer(connection -> connection.getInputStream().readAllBytes());
        var delivery = new Delivery(toProxy(protocol).build())) {
      try (Program nginx = nginx(forwards(port, protocol, busy.port()))) {
        delivery.record(1000).export();
        delivery.await(() -> busy.connections() > 0);
        assertThat(nginx.printed()).isNotNull();
      }
      int backend = protocol == OtlpProtocol.GRPC ? grpc.port() : http.port();
      try (Program nginx = nginx(forwards(port, protocol, backend))) {
        delivery.flush();
        assertThat(nginx.printed()).isNotNull();
      }
      assertThat(protocol == OtlpProtocol.GRPC ? grpc.requests() : http.requests())
          .extracting(Frames::points)
          .containsExactly(1000);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1000);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(delivery.exporter.statistics().retries()).isPositive();
    }
  }

  /** Who is behind it begins an answer and hangs up, and so does the proxy. */
  @Test
  void shouldTryAgainAfterAnAnswerThatIsCut() throws Exception {
    try (var collector = new TestCollector();
        var delivery = new Delivery(toProxy(OtlpProtocol.HTTP_PROTOBUF).build())) {
      delivery.record(1000).export();
      try (var cutting = new RawServer(ReverseProxyTest::beginAnAnswer);
          Program nginx = nginx(forwards(port, OtlpProtocol.HTTP_PROTOBUF, cutting.port()))) {
        delivery.await(() -> delivery.exporter.statistics().retries() > 3);
        assertThat(nginx.printed()).contains("prematurely closed");
      }
      try (Program nginx = nginx(forwards(port, OtlpProtocol.HTTP_PROTOBUF, collector.port()))) {
        delivery.flush();
        assertThat(nginx.printed()).isNotNull();
      }
      assertThat(collector.requests()).extracting(Frames::points).containsExactly(1000);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1000);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
    }
  }

  private static void beginAnAnswer(Socket connection) throws IOException {
    assertThat(connection.getInputStream().read()).isPositive();
    connection
        .getOutputStream()
        .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n\n".getBytes(US_ASCII));
  }

  /** An answer that trickles in is waited for: the request is sent once. */
  @Test
  void shouldWaitForAnAnswerThatIsSlow() throws Exception {
    byte[] partial =
        ExportMetricsServiceResponse.newBuilder()
            .setPartialSuccess(
                ExportMetricsPartialSuccess.newBuilder()
                    .setRejectedDataPoints(3)
                    .setErrorMessage("too old ".repeat(200)))
            .build()
            .toByteArray();
    try (var collector = new TestCollector().answerAll(TestCollector.status(200, partial));
        Program nginx =
            nginx(
                "limit_rate 1000; "
                    + forwards(port, OtlpProtocol.HTTP_PROTOBUF, collector.port()));
        var delivery = new Delivery(toProxy(OtlpProtocol.HTTP_PROTOBUF).build())) {
      delivery.record(1000).export().flush();
      assertThat(collector.requests()).extracting(Frames::points).containsExactly(1000);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(997);
      assertThat(delivery.exporter.statistics().rejectedPoints()).isEqualTo(3);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(nginx.printed()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldWaitAsTheProxyAsks(boolean asDate) throws Exception {
    String retryAfter =
        asDate
            ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(1))
            : "3600";
    try (Program nginx =
            nginx(
                "listen 127.0.0.1:%d; add_header Retry-After \"%s\" always; return 503;"
                    .formatted(port, retryAfter));
        var delivery = new Delivery(toProxy(OtlpProtocol.HTTP_PROTOBUF).build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() == 1);
      assertThat(delivery.exporter.flush(TimeUnit.MILLISECONDS.toNanos(100))).isFalse();
      assertThat(delivery.exporter.statistics().requests()).isEqualTo(1);
      assertThat(nginx.printed()).isNotNull();
    }
  }

  /**
   * After so many requests it says GOAWAY, in the midst of them. Nothing is lost, or sent twice.
   */
  @ParameterizedTest
  @EnumSource
  void shouldGoOnAfterGoAway(OtlpProtocol protocol) throws Exception {
    var certificates = new Certificates(folder);
    Certificates.Pair own = certificates.server();
    String tls =
        "keepalive_requests 3; ssl_certificate %s; ssl_certificate_key %s; "
            .formatted(own.certificate(), own.key());
    try (var http = new TestCollector();
        var grpc = new GrpcCollector();
        Program nginx =
            nginx(
                tls
                    + forwards(
                            port,
                            protocol,
                            protocol == OtlpProtocol.GRPC ? grpc.port() : http.port())
                        .replaceFirst("(?: http2)?;", " ssl http2;"));
        var delivery =
            new Delivery(
                Delivery.quick("https://localhost:" + port)
                    .protocol(protocol)
                    .certificate(certificates.authority())
                    .compression(Compression.GZIP)
                    .maxInFlight(4)
                    .maxRequestBytes(2000)
                    .build())) {
      for (int i = 0; i < 10; i++) {
        delivery.record(100).export().flush();
      }
      long received =
          protocol == OtlpProtocol.GRPC
              ? grpc.requests().stream().mapToInt(Frames::points).sum()
              : http.received().size();
      assertThat(received)
          .isEqualTo(
              protocol == OtlpProtocol.GRPC ? 1000 : delivery.exporter.statistics().requests());
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1000);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(delivery.exporter.statistics().connections()).isGreaterThan(5);
      assertThat(log.lines()).as(nginx.printed()).isEmpty();
    }
  }

  /** HTTP/2 without TLS at the front, HTTP/1.1 behind. */
  @Test
  void shouldPassThroughNghttpx() throws Exception {
    Path binary = Program.installed("nghttpx", "nghttp2-proxy");
    int backend = Program.freePort();
    try (Program proxy =
            new Program(
                List.of(
                    binary.toString(),
                    "--conf=/dev/null",
                    "--frontend=127.0.0.1," + port + ";no-tls",
                    "--backend=127.0.0.1," + backend,
                    "--workers=1",
                    "--errorlog-file=/dev/stderr"),
                folder.resolve("nghttpx.log"),
                port);
        var delivery =
            new Delivery(
                toProxy(OtlpProtocol.HTTP_PROTOBUF)
                    .httpVersion(HttpVersion.HTTP_2)
                    .maxInFlight(4)
                    .maxRequestBytes(2000)
                    .build())) {
      delivery.record(100).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 1);
      assertThat(log.warnings()).singleElement().asString().containsPattern("HTTP status 50[23]");
      try (var collector = new TestCollector(backend)) {
        delivery.flush();
        delivery.record(100).export().flush();
        // It asks its backend's clients to close, and says GOAWAY when it ends.
        proxy.signal("QUIT");
        assertThat(collector.requests().stream().mapToInt(Frames::points).sum()).isEqualTo(200);
      }
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(200);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
    }
  }
}

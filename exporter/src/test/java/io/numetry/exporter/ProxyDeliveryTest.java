package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.config.ProxyOptions;
import io.numetry.exporter.testkit.Certificates;
import io.numetry.exporter.testkit.ConnectProxy;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.GrpcCollector;
import io.numetry.exporter.testkit.Http2Server;
import io.numetry.exporter.testkit.TestCollector;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through an HTTP proxy, by CONNECT. */
class ProxyDeliveryTest extends DeliveryChecks {

  private static ProxyOptions at(ConnectProxy proxy) {
    return new ProxyOptions("localhost", proxy.port());
  }

  @Test
  void shouldReachHttp() {
    try (var collector = new TestCollector();
        var proxy = new ConnectProxy();
        var delivery = new Delivery(Delivery.quick(collector.url()).proxy(at(proxy)).build())) {
      delivery.record(1000).export().flush();
      delivery.record(1).export().flush();
      assertThat(collector.requests().stream().map(Frames::points)).containsExactly(1000, 1);
      String target = "localhost:" + collector.port();
      assertThat(proxy.requests())
          .containsExactly("CONNECT " + target + " HTTP/1.1\r\nhost: " + target + "\r\n\r\n");
    }
  }

  @Test
  void shouldReachHttpsAndTellTheProxyWhoItIs(@TempDir Path folder) {
    var certificates = new Certificates(folder);
    try (var server = Http2Server.withTls(certificates.server(), "h2");
        var proxy = new ConnectProxy();
        var delivery =
            new Delivery(
                Delivery.quick(server.url())
                    .certificate(certificates.authority())
                    .proxy(new ProxyOptions("127.0.0.1", proxy.port(), "Aladdin", "open sesame"))
                    .header("authorization", "Bearer s3cret")
                    .build())) {
      delivery.record(1000).export().flush();
      assertThat(server.received()).hasSize(1);
      assertThat(server.received().getFirst().headers()).doesNotContainKey("proxy-authorization");
      assertThat(proxy.requests())
          .singleElement()
          .asString()
          // The example of RFC 7617.
          .contains("proxy-authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n")
          .doesNotContain("s3cret");
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void shouldReachGrpc() {
    try (var collector = new GrpcCollector();
        var proxy = new ConnectProxy();
        var delivery =
            new Delivery(
                Delivery.quick("http://" + collector.authority())
                    .protocol(OtlpProtocol.GRPC)
                    .proxy(at(proxy))
                    .build())) {
      delivery.record(1000).export().flush();
      assertThat(collector.requests().stream().map(Frames::points)).containsExactly(1000);
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  /** A proxy's mood says nothing of the collector: nothing is dropped for it. */
  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 407 Proxy Authentication Required', answers HTTP status 407",
    "'HTTP/1.1 403 Forbidden', answers HTTP status 403",
    "'HTTP/1.1 502 Bad Gateway', answers HTTP status 502",
    "'SSH-2.0-x', does not answer in HTTP",
    "'', has closed the connection",
  })
  void shouldTryAgainIfTheProxyDoesNotConnect(String answer, String why)
      throws InterruptedException {
    try (var collector = new TestCollector();
        var proxy = new ConnectProxy(answer.isEmpty() ? "" : answer + "\r\n\r\n");
        var delivery =
            new Delivery(
                Delivery.quick(collector.url())
                    .proxy(new ProxyOptions("localhost", proxy.port(), "user", "s3cret"))
                    .build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 2);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(collector.received()).isEmpty();
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("proxy localhost:" + proxy.port() + " " + why)
          .doesNotContain("s3cret");
    }
  }
}

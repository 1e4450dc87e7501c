package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.Http2Settings;
import io.numetry.exporter.config.HttpVersion;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.Http2Server;
import io.numetry.exporter.testkit.Http2Server.Received;
import io.numetry.exporter.testkit.TestCollector;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, addresses and sockets. */
class AddressesDeliveryTest extends DeliveryChecks {

  private static Http2Server at(Path socket) {
    return new Http2Server(
        Http2Settings.defaultSettings(), null, UnixDomainSocketAddress.of(socket));
  }

  @Test
  void shouldDeliverHttpToASocket(@TempDir Path folder) throws InterruptedException {
    Path socket = folder.resolve("otlp.sock");
    try (var delivery =
        new Delivery(Delivery.quick("unix://" + socket).httpVersion(HttpVersion.HTTP_2).build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 2);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("unix:" + socket + " does not accept metrics for now: cannot connect: ");
      try (var server = at(socket)) {
        delivery.flush();
        delivery.record(1000).export().flush();
        assertThat(server.received().stream().map(Received::httpRequest).map(Frames::points))
            .containsExactly(1, 1000);
        assertThat(server.received().getFirst().headers())
            .containsEntry(":authority", "localhost")
            .containsEntry(":path", "/v1/metrics");
      }
    }
  }

  @Test
  void shouldDeliverGrpcToASocket(@TempDir Path folder) {
    Path socket = folder.resolve("otlp.sock");
    try (var server = at(socket);
        var delivery =
            new Delivery(Delivery.quick("unix:" + socket).protocol(OtlpProtocol.GRPC).build())) {
      delivery.record(1000).export().flush();
      assertThat(server.received().stream().map(Received::grpcRequest).map(Frames::points))
          .containsExactly(1000);
    }
  }

  @Test
  void shouldWaitForANameThatIsNotKnownYet() throws InterruptedException {
    try (var delivery = new Delivery(Delivery.quick("http://no-such-host.invalid:1").build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 2);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("unknown host no-such-host.invalid");
    }
  }

  /** The collector listens on one of the name's addresses alone; both names have several here. */
  @Test
  void shouldTryTheAddressesOfANameInOneAttempt() {
    try (var collector = new TestCollector();
        var delivery =
            new Delivery(Delivery.quick("http://localhost:" + collector.port()).build())) {
      for (int i = 0; i < 5; i++) {
        delivery.record(1).export().flush();
      }
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(5);
      assertThat(delivery.exporter.statistics().retries()).isZero();
    }
  }
}

package io.numetry.exporter.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.HttpVersion;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Certificates;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each point that the exporter counts as accepted is one that the Collector has decoded. */
class RealCollectorTest extends DeliveryChecks {
  private static final int[] COLLECTIONS = {1, 1000, 50_000, 7};
  private static final int POINTS = 51_008;

  @TempDir private Path folder;

  private static OtlpMetricExporter.Builder to(RealCollector collector, OtlpProtocol protocol) {
    String url = protocol == OtlpProtocol.GRPC ? collector.grpcUrl() : collector.httpUrl();
    return Delivery.quick(url).protocol(protocol);
  }

  /** In requests of 100 kB, so that a large collection is several. */
  private void shouldReconcile(RealCollector collector, OtlpMetricExporter.Builder options)
      throws IOException {
    try (var delivery = new Delivery(options.maxRequestBytes(100_000).build())) {
      for (int points : COLLECTIONS) {
        delivery.record(points).export().flush();
      }
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(POINTS);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(collector.sum()).isEqualTo(POINTS);
      assertThat(log.lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GRPC, NONE, 1",
    "GRPC, GZIP, 1",
    "GRPC, ZSTD, 1",
    "GRPC, ZSTD, 8",
    "GRPC, NONE, 8",
    "HTTP_PROTOBUF, NONE, 1",
    "HTTP_PROTOBUF, GZIP, 1",
    "HTTP_PROTOBUF, GZIP, 8",
    "HTTP_PROTOBUF, ZSTD, 1",
    "HTTP_PROTOBUF, ZSTD, 8",
    "HTTP_JSON, NONE, 1",
    "HTTP_JSON, GZIP, 1",
    "HTTP_JSON, ZSTD, 1",
    "HTTP_JSON, NONE, 8",
  })
  void shouldDeliver(OtlpProtocol protocol, Compression compression, int inFlight)
      throws IOException {
    try (var collector = RealCollector.plain(folder)) {
      shouldReconcile(
          collector, to(collector, protocol).compression(compression).maxInFlight(inFlight));
    }
  }

  /** It answers 400 to what it has no decoder for, and names it; nothing is lost by that. */
  @ParameterizedTest
  @CsvSource({
    "HTTP_PROTOBUF, 1, gzip, GZIP",
    "HTTP_PROTOBUF, 8, gzip, GZIP",
    "HTTP_JSON, 1, gzip, GZIP",
    "HTTP_PROTOBUF, 1, '\"\"', NONE",
  })
  void shouldGiveWayToWhatItTakes(
      OtlpProtocol protocol, int inFlight, String algorithm, Compression taken) throws IOException {
    try (var collector = RealCollector.decoding(folder, algorithm);
        var delivery =
            new Delivery(
                to(collector, protocol)
                    .compression(Compression.ZSTD)
                    .maxRequestBytes(100_000)
                    .maxInFlight(inFlight)
                    .build())) {
      for (int points : COLLECTIONS) {
        delivery.record(points).export().flush();
      }
      assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(POINTS);
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(collector.sum()).isEqualTo(POINTS);
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("compression=zstd: HTTP status 400, unsupported Content-Encoding: zstd;")
          .contains("write compression=" + taken);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldDeliverOverEachVersionOfHttp(HttpVersion version) throws IOException {
    var certificates = new Certificates(folder);
    try (var collector = RealCollector.withTls(folder, certificates.server())) {
      shouldReconcile(
          collector,
          to(collector, OtlpProtocol.HTTP_PROTOBUF)
              .certificate(certificates.authority())
              .httpVersion(version));
    }
  }

  /** With HTTP/1.1 as the fall-back, where it knows no HTTP/2 without TLS. */
  @Test
  void shouldDeliverOverHttp2WithoutTlsOrFallBack() throws IOException {
    try (var collector = RealCollector.plain(folder);
        var delivery =
            new Delivery(
                to(collector, OtlpProtocol.HTTP_PROTOBUF)
                    .httpVersion(HttpVersion.HTTP_2)
                    .build())) {
      delivery.record(1000).export().flush();
      assertThat(collector.sum()).isEqualTo(1000);
      assertThat(delivery.exporter.statistics().retries()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldDeliverOverMutualTls(OtlpProtocol protocol) throws IOException {
    var certificates = new Certificates(folder);
    Certificates.Pair client = certificates.client();
    try (var collector =
        RealCollector.withTls(folder, certificates.server(), certificates.authority())) {
      shouldReconcile(
          collector,
          to(collector, protocol)
              .certificate(certificates.authority())
              .clientCertificate(client.certificate())
              .clientKey(client.key()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PROTOBUF, HTTP status 503",
    "HTTP_JSON, HTTP status 503",
    "GRPC, gRPC status UNAVAILABLE (14)",
  })
  void shouldTryAgainWhatIsRefusedForNow(OtlpProtocol protocol, String cause) throws Exception {
    Path ready = Files.createDirectory(folder.resolve("ready"));
    RealCollector refusing = RealCollector.refusing(folder, "retryable");
    try (var delivery = new Delivery(to(refusing, protocol).build())) {
      try (refusing) {
        delivery.record(1000).export();
        delivery.await(() -> delivery.exporter.statistics().retries() > 5);
      }
      try (var collector = RealCollector.inPlaceOf(refusing, ready)) {
        delivery.flush();
        assertThat(delivery.exporter.statistics().acceptedPoints()).isEqualTo(1000);
        assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
        assertThat(collector.sum()).isEqualTo(1000);
        assertThat(log.warnings()).singleElement().asString().contains(cause);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_PROTOBUF, HTTP status 500",
    "HTTP_JSON, HTTP status 500",
    "GRPC, gRPC status INTERNAL (13)",
  })
  void shouldDropWhatIsRefusedForGood(OtlpProtocol protocol, String cause) throws Exception {
    try (var collector = RealCollector.refusing(folder, "permanent");
        var delivery = new Delivery(to(collector, protocol).build())) {
      delivery.record(1000).export().flush();
      assertThat(delivery.exporter.statistics().acceptedPoints()).isZero();
      assertThat(delivery.exporter.statistics().droppedPoints()).isEqualTo(1000);
      assertThat(delivery.exporter.statistics().retries()).isZero();
      assertThat(log.warnings()).singleElement().asString().contains(cause);
    }
  }
}

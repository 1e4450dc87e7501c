package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.testkit.Certificates;
import io.numetry.exporter.testkit.Delivery;
import io.numetry.exporter.testkit.DeliveryChecks;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.GrpcCollector;
import io.numetry.exporter.testkit.RawServer;
import io.numetry.exporter.testkit.TestCollector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS: whom the exporter trusts, who it says it is, and files that change. */
class TlsDeliveryTest extends DeliveryChecks {
  @TempDir private Path folder;

  private static OtlpMetricExporter.Builder grpc(GrpcCollector collector) {
    return Delivery.quick("https://" + collector.authority()).protocol(OtlpProtocol.GRPC);
  }

  private void shouldNotGetThrough(OtlpMetricExporter.Builder options, String why)
      throws InterruptedException {
    try (var delivery = new Delivery(options.build())) {
      delivery.record(1).export();
      delivery.await(() -> delivery.exporter.statistics().retries() > 1);
      assertThat(delivery.exporter.statistics().acceptedPoints()).isZero();
      assertThat(delivery.exporter.statistics().droppedPoints()).isZero();
      assertThat(log.warnings()).singleElement().asString().contains(why);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void shouldDeliverOverHttp1(String version) {
    var certificates = new Certificates(folder);
    try (var collector = TestCollector.withTls(certificates.server(), version);
        var delivery =
            new Delivery(
                Delivery.quick(collector.url()).certificate(certificates.authority()).build())) {
      assertThat(collector.url()).startsWith("https:");
      for (int i = 1; i <= 3; i++) {
        delivery.record(1000 * i).export().flush();
      }
      assertThat(collector.requests().stream().map(Frames::points))
          .containsExactly(1000, 2000, 3000);
      assertThat(delivery.exporter.statistics().connections()).isEqualTo(1);
      assertThat(log.lines()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1", "TLSv1.1"})
  void shouldNotSpeakOldVersions(String version) throws Exception {
    SSLParameters supported = SSLContext.getDefault().getSupportedSSLParameters();
    assertThat(supported.getProtocols()).contains(version);
    var certificates = new Certificates(folder);
    try (var collector = TestCollector.withTls(certificates.server(), version)) {
      shouldNotGetThrough(
          Delivery.quick(collector.url()).certificate(certificates.authority()), "no TLS: ");
    }
  }

  @Test
  void shouldDeliverOverGrpc() {
    var certificates = new Certificates(folder);
    try (var collector = new GrpcCollector(certificates.server());
        var delivery =
            new Delivery(grpc(collector).certificate(certificates.authority()).build())) {
      delivery.record(5000).export().flush();
      delivery.record(1).export().flush();
      assertThat(collector.requests().stream().map(Frames::points)).containsExactly(5000, 1);
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void shouldSayWhoItIs() {
    var certificates = new Certificates(folder);
    Certificates.Pair client = certificates.client();
    try (var collector = new GrpcCollector(certificates.server(), certificates.authority());
        var delivery =
            new Delivery(
                grpc(collector)
                    .certificate(certificates.authority())
                    .clientCertificate(client.certificate())
                    .clientKey(client.key())
                    .build())) {
      delivery.record(3).export().flush();
      assertThat(collector.requests()).hasSize(1);
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void shouldNotGetInWithoutSayingWhoItIs() throws InterruptedException {
    var certificates = new Certificates(folder);
    try (var collector = new GrpcCollector(certificates.server(), certificates.authority())) {
      shouldNotGetThrough(grpc(collector).certificate(certificates.authority()), "");
    }
  }

  @Test
  void shouldNotTrustAnybody() throws InterruptedException {
    var certificates = new Certificates(folder);
    try (var collector = new GrpcCollector(certificates.server())) {
      shouldNotGetThrough(grpc(collector), "no TLS: ");
    }
  }

  @Test
  void shouldNotTrustACertificateOfAnotherHost() throws InterruptedException {
    var certificates = new Certificates(folder);
    try (var collector = new GrpcCollector(certificates.serverOf("collector.example"))) {
      shouldNotGetThrough(
          grpc(collector).certificate(certificates.authority()),
          "No subject alternative DNS name matching localhost");
    }
  }

  @Test
  void shouldTryAgainAtSomethingWithoutTls() throws InterruptedException {
    try (var server =
        new RawServer(
            connection -> {
              connection.getInputStream().readNBytes(10);
              connection
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            })) {
      shouldNotGetThrough(Delivery.quick(server.url().replace("http:", "https:")), "no TLS: ");
    }
  }

  /** The request's time limit covers the handshake. */
  @Test
  void shouldGiveUpAHandshakeThatDoesNotEnd() throws InterruptedException {
    try (var silent = new RawServer(connection -> connection.getInputStream().readAllBytes())) {
      shouldNotGetThrough(
          Delivery.quick(silent.url().replace("http:", "https:")).timeout(Duration.ofMillis(50)),
          "no response within 50 ms");
    }
  }

  /** Whoever renews certificates replaces files. New connections use them; nothing is restarted. */
  @Test
  @SuppressWarnings("try") // the first collector goes away on purpose
  void shouldReadChangedFilesForTheNextConnection() throws Exception {
    var before = new Certificates(Files.createDirectory(folder.resolve("before")));
    var after = new Certificates(Files.createDirectory(folder.resolve("after")));
    Path trusted = Files.copy(before.authority(), folder.resolve("trusted.pem"));
    int port;
    try (var collector = TestCollector.withTls(before.server(), "TLSv1.3");
        var other = TestCollector.withTls(after.server(), "TLSv1.3")) {
      port = collector.port();
      try (var delivery =
          new Delivery(Delivery.quick(collector.url()).certificate(trusted).build())) {
        delivery.record(1).export().flush();
        collector.close();
        try (var renewed = TestCollector.withTls(port, after.server(), "TLSv1.3")) {
          delivery.record(2).export();
          delivery.await(() -> delivery.exporter.statistics().retries() > 1);
          assertThat(renewed.received()).isEmpty();

          Files.writeString(trusted, "no certificate");
          long tried = delivery.exporter.statistics().retries();
          delivery.await(() -> delivery.exporter.statistics().retries() > tried + 2);
          assertThat(log.warnings())
              .as("told once")
              .filteredOn(line -> line.contains("has no certificate"))
              .containsExactly(
                  "WARNING TLS: certificate="
                      + trusted
                      + " has no certificate; write PEM that begins with -----BEGIN"
                      + " CERTIFICATE-----; the certificates that were read before are used on");

          Files.copy(after.authority(), trusted, StandardCopyOption.REPLACE_EXISTING);
          delivery.flush();
          assertThat(renewed.requests().stream().map(Frames::points)).containsExactly(2);
          assertThat(log.lines())
              .contains("INFO TLS: the changed certificates are used from now on");
        }
      }
      assertThat(other.received()).isEmpty();
    }
  }

  @Test
  void shouldRefuseFilesThatCannotBeUsed() throws IOException {
    var certificates = new Certificates(folder);
    Certificates.Pair client = certificates.client();
    Path missing = folder.resolve("missing.pem");
    refused(https().certificate(missing), "certificate=" + missing + " does not exist");
    refused(https().certificate(folder), "certificate=" + folder + " cannot be read: ");
    refused(
        https().certificate(client.key()),
        "certificate=" + client.key() + " has no certificate; write PEM that begins with");
    refused(
        https().clientCertificate(client.certificate()).clientKey(client.certificate()),
        "clientKey=" + client.certificate() + " has no private key; write PEM that begins with");
    refused(
        https().clientKey(client.key()),
        "clientKey=" + client.key() + " is set without its certificate");
    Path damaged =
        Files.writeString(
            folder.resolve("damaged.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    refused(
        https().certificate(damaged),
        "certificate=" + damaged + " has a certificate that cannot be read: ");
    Path other = Files.createDirectory(folder.resolve("other"));
    refused(
        https()
            .clientCertificate(client.certificate())
            .clientKey(
                Files.writeString(
                    other.resolve("x.key"),
                    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                    StandardCharsets.US_ASCII)),
        "clientKey=" + other.resolve("x.key") + " has a private key that is none of [RSA, EC,");
  }

  private static OtlpMetricExporter.Builder https() {
    return OtlpMetricExporter.builder().endpoint("https://localhost:4318");
  }

  private static void refused(OtlpMetricExporter.Builder options, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(options::build)
        .withMessageStartingWith(message);
  }
}

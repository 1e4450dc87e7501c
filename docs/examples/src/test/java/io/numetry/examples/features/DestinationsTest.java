package io.numetry.examples.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.exporter.OtlpMetricExporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationsTest {

  private static void shouldGoTo(OtlpMetricExporter exporter, String destination) {
    exporter.close();
    assertThat(exporter).hasToString("OTLP exporter to " + destination);
  }

  @Test
  void tellWhereMetricsGo(@TempDir Path secrets) {
    shouldGoTo(Destinations.overGrpc(), "http://collector:4317, grpc");
    shouldGoTo(
        Destinations.throughProxy("user", "s3cret"),
        "https://collector.example.com/v1/metrics, http/protobuf");
    shouldGoTo(Destinations.toASocketOfThisHost(), "unix:/run/collector/otlp.sock, http/protobuf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Destinations.overMutualTls(secrets))
        .withMessage("certificate=" + secrets.resolve("ca.pem") + " does not exist");
  }
}

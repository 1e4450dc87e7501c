package io.numetry.examples.received;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpReceiverTest {
  private final MetricTotals totals = new MetricTotals();
  private OtlpReceiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new OtlpReceiver(totals);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void acceptsARequestWithAnEmptyResponse() throws Exception {
    byte[] request = ExportMetricsServiceRequest.getDefaultInstance().toByteArray();
    HttpResponse<byte[]> response = post("application/x-protobuf", request);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(ExportMetricsServiceResponse.parseFrom(response.body()))
        .isEqualTo(ExportMetricsServiceResponse.getDefaultInstance());
    assertThat(totals.requests()).isEqualTo(1);
    assertThat(receiver.refused()).isZero();
  }

  @Test
  void refusesGarbage() throws Exception {
    HttpResponse<byte[]> response = post("application/x-protobuf", new byte[] {1, 2, 3});
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(totals.requests()).isZero();
    assertThat(receiver.refused()).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNotProtobuf() throws Exception {
    HttpResponse<byte[]> response = post("application/json", "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(receiver.refused()).isEqualTo(1);
  }

  private HttpResponse<byte[]> post(String contentType, byte[] body) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(receiver.endpoint() + "/v1/metrics"))
              .header("Content-Type", contentType)
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}

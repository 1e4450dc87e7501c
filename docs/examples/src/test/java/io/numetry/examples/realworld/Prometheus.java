package io.numetry.examples.realworld;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.numetry.examples.reconcile.SeriesId;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A Prometheus that takes OTLP and answers queries. */
public final class Prometheus implements AutoCloseable {
  private static final String CONFIG =
      """
      storage:
        tsdb:
          out_of_order_time_window: 10m
      otlp:
        promote_resource_attributes: [service.name]
      """;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final int port;
  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Prometheus(Path program, Path folder) throws Exception {
    this.port = Server.freePort();
    Path config = Files.writeString(folder.resolve("prometheus.yml"), CONFIG);
    this.server =
        new Server(
            List.of(
                program.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=127.0.0.1:" + port,
                "--web.enable-otlp-receiver",
                "--enable-feature=native-histograms,otlp-native-delta-ingestion"),
            folder.resolve("prometheus.log"));
    try {
      server.awaitListening(port);
      server.await("became ready", () -> get("/-/ready").statusCode() == 200);
    } catch (IllegalStateException e) {
      close();
      throw new IOException("Prometheus " + e.getMessage(), e);
    }
  }

  public static Prometheus start(Path folder) throws Exception {
    return new Prometheus(Binary.PROMETHEUS.require(), folder);
  }

  /** What to write as the endpoint of all signals. */
  public String endpoint() {
    return base() + "/api/v1/otlp";
  }

  /** What to write as the endpoint of metrics alone. */
  String metricsEndpoint() {
    return endpoint() + "/v1/metrics";
  }

  /**
   * The samples that an expression has now. Of a native histogram its count and its sum are told,
   * as two samples whose names end in {@code _count} and {@code _sum}.
   *
   * @param query PromQL, an instant vector
   */
  public SortedMap<SeriesId, BigDecimal> query(String query) throws Exception {
    var samples = new TreeMap<SeriesId, BigDecimal>();
    for (Struct series : series(query)) {
      SeriesId id = id(series.getFieldsOrThrow("metric").getStructValue());
      if (series.containsFields("histogram")) {
        Struct histogram =
            series.getFieldsOrThrow("histogram").getListValue().getValues(1).getStructValue();
        for (String part : List.of("count", "sum")) {
          samples.put(
              new SeriesId(id.metric() + "_" + part, id.attributes()),
              number(histogram.getFieldsOrThrow(part)));
        }
      } else {
        samples.put(id, number(series.getFieldsOrThrow("value").getListValue().getValues(1)));
      }
    }
    return samples;
  }

  /**
   * The native histogram that an expression has now.
   *
   * @param query PromQL, an instant vector of one series
   */
  public NativeHistogram histogram(String query) throws Exception {
    List<Struct> series = series(query);
    if (series.size() != 1 || !series.getFirst().containsFields("histogram")) {
      throw new IOException("query " + query + ": is no single native histogram: " + series);
    }
    return NativeHistogram.of(
        series
            .getFirst()
            .getFieldsOrThrow("histogram")
            .getListValue()
            .getValues(1)
            .getStructValue());
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }

  private List<Struct> series(String query) throws Exception {
    HttpResponse<String> response =
        get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new IOException("query " + query + ": " + response.body());
    }
    var answer = Struct.newBuilder();
    JsonFormat.parser().merge(response.body(), answer);
    return answer
        .getFieldsOrThrow("data")
        .getStructValue()
        .getFieldsOrThrow("result")
        .getListValue()
        .getValuesList()
        .stream()
        .map(Value::getStructValue)
        .toList();
  }

  /** The text is the shortest that tells the double apart; the double itself is compared. */
  private static BigDecimal number(Value text) {
    return new BigDecimal(Double.parseDouble(text.getStringValue())).stripTrailingZeros();
  }

  private static SeriesId id(Struct labels) {
    var texts = new TreeMap<String, String>();
    labels.getFieldsMap().forEach((name, value) -> texts.put(name, value.getStringValue()));
    String name = texts.remove("__name__");
    return new SeriesId(name == null ? "" : name, texts);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(base() + path)).timeout(TIMEOUT).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String base() {
    return "http://127.0.0.1:" + port;
  }
}

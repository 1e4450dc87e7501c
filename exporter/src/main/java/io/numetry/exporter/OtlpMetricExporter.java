package io.numetry.exporter;

import io.numetry.Version;
import io.numetry.attribute.Attributes;
import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.exporter.config.HttpHeader;
import io.numetry.exporter.config.OtlpEndpoint;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.config.RetryOptions;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.http.OtlpHttpSender;
import io.numetry.exporter.http.SenderStatistics;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends metrics as OTLP over HTTP to an OpenTelemetry Collector, or to whatever else takes OTLP.
 *
 * <pre>{@code
 * Telemetry.builder()
 *     .exporter(OtlpMetricExporter.builder().endpoint("http://collector:4318").build())
 *     .start();
 * }</pre>
 *
 * <p>Each node encodes its own metrics into frames in its own memory; one thread sends them all. A
 * frame that the collector does not take for now is tried again until it does. Meanwhile a node
 * collects twice more, then leaves its values where they are: they go on accumulating, nothing is
 * lost, and no memory is taken.
 */
public final class OtlpMetricExporter implements MetricExporter {
  private static final String USER_AGENT =
      "Numetry/" + Version.NUMBER + " OTel-OTLP-Exporter-Java/" + Version.NUMBER;

  /** Names of cores and threads are unique in a process. */
  private static final AtomicInteger SENDERS = new AtomicInteger();

  private final OtlpOptions options;
  private final OtlpHttpSender sender;
  private final String coreName;
  private volatile Attributes resource = Attributes.empty();

  OtlpMetricExporter(OtlpOptions options) {
    this.options = options;
    int number = SENDERS.incrementAndGet();
    this.coreName = number == 1 ? "otlp-sender" : "otlp-sender-" + number;
    this.sender =
        new OtlpHttpSender(
            options,
            "numetry-" + coreName,
            USER_AGENT,
            InstantSource.system(),
            new SplittableRandom());
  }

  public static Builder builder() {
    return new Builder(OtlpOptions.builder());
  }

  @Override
  public Temporality temporality(InstrumentKind kind) {
    return options.temporality().temporality(kind);
  }

  @Override
  public void start(ExporterContext context) {
    resource = context.resource();
    sender.start(() -> context.openCore(coreName));
  }

  @Override
  public NodeExporter openNode(NodeContext node) {
    return new OtlpNodeExporter(node, resource, options, sender);
  }

  @Override
  public boolean flush(long timeoutNanos) {
    return sender.flush(timeoutNanos);
  }

  @Override
  public void close() {
    sender.close();
  }

  /** What became of the metrics so far. */
  public SenderStatistics statistics() {
    return sender.statistics();
  }

  @Override
  public String toString() {
    return "OTLP exporter to " + options.endpoint();
  }

  /** Options; each is checked when it is set. The defaults are those of the specification. */
  public static final class Builder {
    private final OtlpOptions.Builder options;

    Builder(OtlpOptions.Builder options) {
      this.options = options;
    }

    /**
     * The URL of a collector, say {@code http://collector:4318}: metrics go to {@code v1/metrics}
     * below it. By default {@code http://localhost:4318}.
     *
     * @throws IllegalArgumentException if that is no http URL
     */
    public Builder endpoint(String url) {
      options.endpoint(OtlpEndpoint.ofBase("endpoint", url));
      return this;
    }

    /**
     * The URL that metrics go to, used as it is.
     *
     * @throws IllegalArgumentException if that is no http URL
     */
    public Builder metricsEndpoint(String url) {
      options.endpoint(OtlpEndpoint.ofMetrics("metricsEndpoint", url));
      return this;
    }

    /** Adds a header to every request. */
    public Builder header(String name, String value) {
      options.header(new HttpHeader(name, value));
      return this;
    }

    /** How long one attempt may take, from connecting to the response; zero for no limit. */
    public Builder timeout(Duration timeout) {
      options.timeout(timeout);
      return this;
    }

    public Builder temporality(TemporalityPreference preference) {
      options.temporality(preference);
      return this;
    }

    /** No request is larger: a collection that is goes as several. 64 MiB by default. */
    public Builder maxRequestBytes(long bytes) {
      options.maxRequestBytes(bytes);
      return this;
    }

    /** A response that is larger counts as a refusal. 4 MiB by default. */
    public Builder maxResponseBytes(int bytes) {
      options.maxResponseBytes(bytes);
      return this;
    }

    /**
     * Collections of a node that may wait for delivery before it collects no more; 2 by default.
     */
    public Builder maxCollections(int collections) {
      options.maxCollections(collections);
      return this;
    }

    public Builder retry(RetryOptions retry) {
      options.retry(retry);
      return this;
    }

    public OtlpMetricExporter build() {
      return new OtlpMetricExporter(options.build());
    }
  }
}

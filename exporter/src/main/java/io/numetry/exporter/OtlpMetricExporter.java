package io.numetry.exporter;

import io.netty.channel.EventLoop;
import io.numetry.Version;
import io.numetry.attribute.Attributes;
import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.HttpHeader;
import io.numetry.exporter.config.HttpVersion;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.config.OtlpOptionsBuilder;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.config.ProxyOptions;
import io.numetry.exporter.config.RetryOptions;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.config.TlsFile;
import io.numetry.exporter.grpc.GrpcTransport;
import io.numetry.exporter.http.HttpTransport;
import io.numetry.exporter.send.OtlpSender;
import io.numetry.exporter.send.SenderIdentity;
import io.numetry.exporter.send.SenderStatistics;
import io.numetry.exporter.send.Transport;
import io.numetry.exporter.send.TransportListener;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.health.ExporterHealth;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends metrics as OTLP, over HTTP or gRPC, to an OpenTelemetry Collector, or to whatever else
 * takes OTLP.
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
 * lost, and no memory is taken. With a {@linkplain Builder#spool spool} it goes on collecting, and
 * what the collector has missed comes from the disk when it is back, also after a restart.
 */
public final class OtlpMetricExporter implements MetricExporter {
  private static final String USER_AGENT =
      "Numetry/" + Version.NUMBER + " OTel-OTLP-Exporter-Java/" + Version.NUMBER;

  private static final String RESOLVER = "numetry-otlp-resolver";

  /** Names of cores and threads are unique in a process. */
  private static final AtomicInteger SENDERS = new AtomicInteger();

  private final OtlpOptions options;
  private final OtlpSender sender;
  private final String coreName;
  private volatile Attributes resource = Attributes.empty();

  OtlpMetricExporter(OtlpOptions options) {
    this.options = options;
    int number = SENDERS.incrementAndGet();
    this.coreName = number == 1 ? "otlp-sender" : "otlp-sender-" + number;
    this.sender =
        new OtlpSender(
            options,
            "numetry-" + coreName,
            (loop, listener) -> transport(loop, options, listener),
            new SplittableRandom());
  }

  private static Transport transport(
      EventLoop loop, OtlpOptions options, TransportListener listener) {
    return switch (options.protocol()) {
      case GRPC -> new GrpcTransport(loop, options, RESOLVER, USER_AGENT, listener);
      case HTTP_PROTOBUF, HTTP_JSON ->
          new HttpTransport(loop, options, RESOLVER, USER_AGENT, InstantSource.system(), listener);
    };
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
    sender.start(
        () -> context.openCore(coreName), SenderIdentity.of(options, context::numberComponent));
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

  @Override
  public Optional<ExporterHealth> health() {
    return Optional.of(sender.health(toString()));
  }

  /** What became of the metrics so far. */
  public SenderStatistics statistics() {
    return sender.statistics();
  }

  /** What is in the spool; empty if there is none, or if it could not be opened. */
  public Optional<SpoolStatistics> spoolStatistics() {
    return sender.spoolStatistics();
  }

  @Override
  public String toString() {
    return "OTLP exporter to " + options.endpoint() + ", " + options.protocol();
  }

  /**
   * Options. Each is checked when it is set, or, where it depends on another, by {@link #build}.
   * The defaults are those of the specification.
   */
  public static final class Builder {
    private final OtlpOptionsBuilder options;

    Builder(OtlpOptionsBuilder options) {
      this.options = options;
    }

    /** OTLP/HTTP by default. */
    public Builder protocol(OtlpProtocol protocol) {
      options.protocol(protocol);
      return this;
    }

    /**
     * A collector: {@code http://collector:4318}, or {@code https://}, or {@code unix:///path} of a
     * socket; for gRPC also {@code host:port}. With OTLP/HTTP metrics go to {@code v1/metrics}
     * below it. By default {@code http://localhost:4318}, and with gRPC port 4317.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public Builder endpoint(String url) {
      options.endpoint("endpoint", url);
      return this;
    }

    /**
     * The URL that metrics go to, used as it is.
     *
     * @throws IllegalArgumentException if it is no endpoint
     */
    public Builder metricsEndpoint(String url) {
      options.metricsEndpoint("metricsEndpoint", url);
      return this;
    }

    /**
     * Whether gRPC goes without TLS where the endpoint has neither {@code http://} nor {@code
     * https://}; false by default.
     */
    public Builder insecure(boolean insecure) {
      options.insecure(insecure);
      return this;
    }

    /**
     * Certificates to trust instead of those that the JDK trusts. Files for TLS are read by {@link
     * #build} and again for each connection.
     *
     * @param pem file in PEM
     */
    public Builder certificate(Path pem) {
      options.certificate(new TlsFile("certificate", pem));
      return this;
    }

    /**
     * The client's own certificate, for mutual TLS.
     *
     * @param pem file in PEM, the chain after the certificate
     */
    public Builder clientCertificate(Path pem) {
      options.clientCertificate(new TlsFile("clientCertificate", pem));
      return this;
    }

    /**
     * The key of the client's own certificate.
     *
     * @param pem file in PEM: PKCS#8, or a traditional RSA or EC key; not encrypted
     */
    public Builder clientKey(Path pem) {
      options.clientKey(new TlsFile("clientKey", pem));
      return this;
    }

    /** An HTTP proxy to go through, by CONNECT. */
    public Builder proxy(ProxyOptions proxy) {
      options.proxy(proxy);
      return this;
    }

    /** Adds a header to every request. */
    public Builder header(String name, String value) {
      options.header(new HttpHeader(name, value));
      return this;
    }

    /**
     * None by default. Zstd needs {@code com.github.luben:zstd-jni} on the class path, and a
     * destination that takes it; without either a warning says so, and gzip is used.
     */
    public Builder compression(Compression compression) {
      options.compression(compression);
      return this;
    }

    /** 1, the fastest, to 9; by default 1. What zstd gives way to has its own default. */
    public Builder compressionLevel(int level) {
      options.compressionLevel(level);
      return this;
    }

    /** Which version of HTTP carries OTLP/HTTP; gRPC is always HTTP/2. */
    public Builder httpVersion(HttpVersion version) {
      options.httpVersion(version);
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

    /** A response that is larger, decompressed, counts as a refusal. 4 MiB by default. */
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

    /**
     * Requests that may be on their way at a time, 1 by default. More are of use where there are
     * several nodes, or collections of several requests: those with the same series are still sent
     * one after the other.
     */
    public Builder maxInFlight(int requests) {
      options.maxInFlight(requests);
      return this;
    }

    /**
     * Puts frames on disk while the destination is away, and sends them when it is back; none by
     * default. It needs flags of the JVM; without them a warning names them, and telemetry runs
     * without a spool. Two exporters never share a folder.
     */
    public Builder spool(SpoolOptions spool) {
      options.spool(spool);
      return this;
    }

    public Builder retry(RetryOptions retry) {
      options.retry(retry);
      return this;
    }

    /**
     * Makes the exporter.
     *
     * @throws IllegalArgumentException if options do not go together, or a file for TLS cannot be
     *     used
     */
    public OtlpMetricExporter build() {
      return new OtlpMetricExporter(options.build());
    }
  }
}

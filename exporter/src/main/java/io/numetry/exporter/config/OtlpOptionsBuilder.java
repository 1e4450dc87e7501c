package io.numetry.exporter.config;

import io.numetry.exporter.spool.SpoolOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects options, each checked when it is set, and those that depend on each other in the end.
 * The defaults are the specification's.
 */
public final class OtlpOptionsBuilder {
  /** A buffer is numbered by ints, and the memory is rounded up to pages. */
  private static final long MAX_REQUEST_BYTES = 1L << 30;

  private static final int MAX_IN_FLIGHT = 1000;

  private final List<HttpHeader> headers = new ArrayList<>();
  private OtlpProtocol protocol = OtlpProtocol.HTTP_PROTOBUF;
  private @Nullable EndpointText endpoint;
  private boolean insecure;
  private Duration timeout = Duration.ofSeconds(10);
  private Compression compression = Compression.NONE;
  private @Nullable Integer compressionLevel;
  private HttpVersion httpVersion = HttpVersion.NEGOTIATED;
  private @Nullable TlsFile certificate;
  private @Nullable TlsFile clientCertificate;
  private @Nullable TlsFile clientKey;
  private @Nullable ProxyOptions proxy;
  private TemporalityPreference temporality = TemporalityPreference.CUMULATIVE;
  private long maxRequestBytes = 64 << 20;
  private int maxResponseBytes = 4 << 20;
  private int maxCollections = 2;
  private int maxInFlight = 1;
  private RetryOptions retry = RetryOptions.DEFAULT;
  private @Nullable SpoolOptions spool;

  OtlpOptionsBuilder() {}

  public OtlpOptionsBuilder protocol(OtlpProtocol value) {
    protocol = value;
    return this;
  }

  /**
   * The endpoint of all signals.
   *
   * @param option where it comes from, for messages
   */
  public OtlpOptionsBuilder endpoint(String option, String text) {
    endpoint = checked(new EndpointText(option, text, false));
    return this;
  }

  /**
   * The endpoint of metrics alone.
   *
   * @param option where it comes from, for messages
   */
  public OtlpOptionsBuilder metricsEndpoint(String option, String text) {
    endpoint = checked(new EndpointText(option, text, true));
    return this;
  }

  public OtlpOptionsBuilder insecure(boolean value) {
    insecure = value;
    return this;
  }

  /** Adds a header; of two with the same name both are sent. */
  public OtlpOptionsBuilder header(HttpHeader value) {
    headers.add(value);
    return this;
  }

  public OtlpOptionsBuilder timeout(Duration value) {
    if (value.isNegative() || value.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException(
          "timeout=" + value + ", write 1 ms to 24 days, or zero for no limit");
    }
    timeout = value;
    return this;
  }

  public OtlpOptionsBuilder compression(Compression value) {
    compression = value;
    return this;
  }

  public OtlpOptionsBuilder compressionLevel(int value) {
    if (value < 1 || value > 9) {
      throw new IllegalArgumentException("compressionLevel=" + value + ", write 1 to 9");
    }
    compressionLevel = value;
    return this;
  }

  public OtlpOptionsBuilder httpVersion(HttpVersion value) {
    httpVersion = value;
    return this;
  }

  public OtlpOptionsBuilder certificate(TlsFile value) {
    certificate = value;
    return this;
  }

  public OtlpOptionsBuilder clientCertificate(TlsFile value) {
    clientCertificate = value;
    return this;
  }

  public OtlpOptionsBuilder clientKey(TlsFile value) {
    clientKey = value;
    return this;
  }

  public OtlpOptionsBuilder proxy(ProxyOptions value) {
    proxy = value;
    return this;
  }

  public OtlpOptionsBuilder temporality(TemporalityPreference value) {
    temporality = value;
    return this;
  }

  public OtlpOptionsBuilder maxRequestBytes(long value) {
    if (value < 1 || value > MAX_REQUEST_BYTES) {
      throw new IllegalArgumentException(
          "maxRequestBytes=" + value + ", write 1 to " + MAX_REQUEST_BYTES);
    }
    maxRequestBytes = value;
    return this;
  }

  public OtlpOptionsBuilder maxResponseBytes(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("maxResponseBytes=" + value + ", write 1 or more");
    }
    maxResponseBytes = value;
    return this;
  }

  public OtlpOptionsBuilder maxCollections(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("maxCollections=" + value + ", write 1 or more");
    }
    maxCollections = value;
    return this;
  }

  public OtlpOptionsBuilder maxInFlight(int value) {
    if (value < 1 || value > MAX_IN_FLIGHT) {
      throw new IllegalArgumentException("maxInFlight=" + value + ", write 1 to " + MAX_IN_FLIGHT);
    }
    maxInFlight = value;
    return this;
  }

  public OtlpOptionsBuilder retry(RetryOptions value) {
    retry = value;
    return this;
  }

  public OtlpOptionsBuilder spool(SpoolOptions value) {
    spool = value;
    return this;
  }

  /**
   * All options.
   *
   * @throws IllegalArgumentException if some do not go together
   */
  public OtlpOptions build() {
    return new OtlpOptions(
        protocol,
        endpoint == null ? OtlpEndpoint.ofDefault(protocol) : endpoint.resolve(protocol, insecure),
        headers,
        timeout,
        compression,
        compressionLevel == null ? compression.defaultLevel() : compressionLevel,
        httpVersion,
        new TlsOptions(certificate, clientCertificate, clientKey),
        proxy,
        temporality,
        maxRequestBytes,
        maxResponseBytes,
        maxCollections,
        maxInFlight,
        retry,
        spool);
  }

  /** Whatever no protocol takes is a mistake at once. */
  private static EndpointText checked(EndpointText text) {
    try {
      text.resolve(OtlpProtocol.HTTP_PROTOBUF, false);
    } catch (IllegalArgumentException ofHttp) {
      try {
        text.resolve(OtlpProtocol.GRPC, false);
      } catch (IllegalArgumentException ofGrpc) {
        throw ofHttp;
      }
    }
    return text;
  }
}

package io.numetry.exporter.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the exporter was told, checked; after this nothing is optional.
 *
 * @param timeout for one attempt to deliver one request; zero for none
 * @param maxRequestBytes no request is larger; a collection that is goes as several
 * @param maxResponseBytes a response that is larger counts as refused
 * @param maxCollections collections of a node that may wait for delivery before it collects no more
 */
public record OtlpOptions(
    OtlpEndpoint endpoint,
    List<HttpHeader> headers,
    Duration timeout,
    TemporalityPreference temporality,
    long maxRequestBytes,
    int maxResponseBytes,
    int maxCollections,
    RetryOptions retry) {

  public OtlpOptions {
    headers = List.copyOf(headers);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects options, each checked when it is set; the defaults are the specification's. */
  public static final class Builder {
    /** A buffer is numbered by ints, and the memory is rounded up to pages. */
    private static final long MAX_REQUEST_BYTES = 1L << 30;

    private OtlpEndpoint endpoint = new OtlpEndpoint("localhost", 4318, "/v1/metrics");
    private final List<HttpHeader> headers = new ArrayList<>();
    private Duration timeout = Duration.ofSeconds(10);
    private TemporalityPreference temporality = TemporalityPreference.CUMULATIVE;
    private long maxRequestBytes = 64 << 20;
    private int maxResponseBytes = 4 << 20;
    private int maxCollections = 2;
    private RetryOptions retry = RetryOptions.DEFAULT;

    private Builder() {}

    public Builder endpoint(OtlpEndpoint value) {
      endpoint = value;
      return this;
    }

    /** Adds a header; of two with the same name both are sent. */
    public Builder header(HttpHeader value) {
      headers.add(value);
      return this;
    }

    public Builder timeout(Duration value) {
      if (value.isNegative() || value.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
        throw new IllegalArgumentException(
            "timeout=" + value + ", write 1 ms to 24 days, or zero for no limit");
      }
      timeout = value;
      return this;
    }

    public Builder temporality(TemporalityPreference value) {
      temporality = value;
      return this;
    }

    public Builder maxRequestBytes(long value) {
      if (value < 1 || value > MAX_REQUEST_BYTES) {
        throw new IllegalArgumentException(
            "maxRequestBytes=" + value + ", write 1 to " + MAX_REQUEST_BYTES);
      }
      maxRequestBytes = value;
      return this;
    }

    public Builder maxResponseBytes(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("maxResponseBytes=" + value + ", write 1 or more");
      }
      maxResponseBytes = value;
      return this;
    }

    public Builder maxCollections(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("maxCollections=" + value + ", write 1 or more");
      }
      maxCollections = value;
      return this;
    }

    public Builder retry(RetryOptions value) {
      retry = value;
      return this;
    }

    public OtlpOptions build() {
      return new OtlpOptions(
          endpoint,
          headers,
          timeout,
          temporality,
          maxRequestBytes,
          maxResponseBytes,
          maxCollections,
          retry);
    }
  }
}

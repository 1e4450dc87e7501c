package io.numetry.exporter.config;

import io.numetry.exporter.spool.SpoolOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the exporter was told, checked; after this nothing is optional.
 *
 * @param timeout for one attempt to deliver one request; zero for none
 * @param compressionLevel of the compression that is chosen, 1 to 9
 * @param proxy null for none
 * @param maxRequestBytes no request is larger; a collection that is goes as several
 * @param maxResponseBytes a response that is larger counts as refused
 * @param maxCollections collections of a node that may wait for delivery before it collects no more
 * @param maxInFlight requests that may be on their way at a time
 * @param spool null for none
 */
public record OtlpOptions(
    OtlpProtocol protocol,
    OtlpEndpoint endpoint,
    List<HttpHeader> headers,
    Duration timeout,
    Compression compression,
    int compressionLevel,
    HttpVersion httpVersion,
    TlsOptions tls,
    @Nullable ProxyOptions proxy,
    TemporalityPreference temporality,
    long maxRequestBytes,
    int maxResponseBytes,
    int maxCollections,
    int maxInFlight,
    RetryOptions retry,
    @Nullable SpoolOptions spool) {

  /** What JSON is of its protobuf at most, but for texts that consist of control characters. */
  private static final int JSON_EXPANSION = 16;

  public OtlpOptions {
    headers = List.copyOf(headers);
    if (proxy != null && destinationIsSocket(endpoint)) {
      throw new IllegalArgumentException(
          "proxy=" + proxy + " cannot reach " + endpoint + "; leave the proxy out");
    }
  }

  public static OtlpOptionsBuilder builder() {
    return new OtlpOptionsBuilder();
  }

  /** No frame is larger: what a request is made of fits a request in whichever encoding. */
  public long maxFrameBytes() {
    return protocol == OtlpProtocol.HTTP_JSON
        ? Math.max(1, maxRequestBytes / JSON_EXPANSION)
        : maxRequestBytes;
  }

  private static boolean destinationIsSocket(OtlpEndpoint endpoint) {
    return endpoint.destination() instanceof Destination.UnixSocket;
  }
}

package io.numetry.exporter.config;

/** Which version of HTTP carries OTLP/HTTP; gRPC is always HTTP/2. */
public enum HttpVersion {
  /** HTTP/2 where the destination agrees to it while TLS begins, else HTTP/1.1. */
  NEGOTIATED,

  /** HTTP/1.1, whatever the destination can. */
  HTTP_1_1,

  /**
   * HTTP/2 also without TLS, where nothing can be negotiated; HTTP/1.1 if the destination turns out
   * not to understand.
   */
  HTTP_2
}

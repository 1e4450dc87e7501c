package io.numetry.exporter.client;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.numetry.exporter.config.HttpHeader;
import io.numetry.exporter.config.OtlpOptions;

/** What the headers of all requests have in common, whatever the protocol. */
public final class RequestHeaders {

  private RequestHeaders() {}

  /** Headers with the host, the user agent and the user's own. */
  public static HttpHeaders of(OtlpOptions options, String userAgent) {
    HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
    headers.set(HttpHeaderNames.HOST, options.endpoint().authority());
    headers.set(HttpHeaderNames.USER_AGENT, userAgent);
    for (HttpHeader header : options.headers()) {
      if (HttpHeaderNames.USER_AGENT.contentEqualsIgnoreCase(header.name())) {
        // The specification lets a user put a product in front, and wants the exporter's to stay.
        headers.set(header.name(), header.value() + " " + userAgent);
      } else {
        headers.add(header.name(), header.value());
      }
    }
    return headers;
  }
}

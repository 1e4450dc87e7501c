package io.numetry.exporter.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.numetry.exporter.client.CodingAnswer;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.send.Verdict;

/**
 * How HTTP refuses a content coding: by 415, with the codings that are taken in {@code
 * Accept-Encoding} or without (RFC 9110, 12.5.3 and 15.5.16). The Collector and Prometheus answer
 * 400 instead, and name the coding in the message. A success may list codings, too.
 */
final class HttpCodings {
  private static final int BAD_REQUEST = 400;
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;

  private HttpCodings() {}

  static CodingAnswer read(FullHttpResponse response, Verdict verdict, Compression sent) {
    int status = response.status().code();
    boolean refuses =
        status == UNSUPPORTED_MEDIA_TYPE
            || (status == BAD_REQUEST && CodingAnswer.isNamed(verdict, sent));
    return CodingAnswer.of(
        response.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING), sent, refuses, refuses);
  }
}

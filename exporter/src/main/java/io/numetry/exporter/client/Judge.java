package io.numetry.exporter.client;

import io.netty.handler.codec.http.FullHttpResponse;
import io.numetry.exporter.send.Verdict;

/** Tells from what a destination does what becomes of a request: what a protocol is about. */
public interface Judge {

  /**
   * The destination has answered.
   *
   * @param response whole; valid until this returns
   */
  Verdict response(FullHttpResponse response);

  /**
   * The destination has broken off the request's HTTP/2 stream.
   *
   * @param errorCode of RFC 9113, 7
   */
  Verdict reset(long errorCode);

  /** The response is too large. */
  Verdict tooLarge(String cause);
}

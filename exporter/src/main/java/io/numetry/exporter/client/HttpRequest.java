package io.numetry.exporter.client;

import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;

/**
 * A POST.
 *
 * @param headers all but the content's length, if it has one
 * @param withLength whether the content's length is told
 * @param prefix what precedes the body, a few bytes, on the heap; empty for nothing
 * @param body native memory, which stays as it is until the request is over
 */
public record HttpRequest(
    String path, HttpHeaders headers, boolean withLength, ByteBuffer prefix, ByteBuffer body) {

  /** Bytes of the whole content. */
  public int contentLength() {
    return prefix.remaining() + body.remaining();
  }
}

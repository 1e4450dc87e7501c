package io.numetry.exporter.http;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The little that matters of the two messages that a destination answers with. They come from
 * outside, so nothing in them is trusted: every length is held against what is there.
 *
 * <pre>
 *  ExportMetricsServiceResponse   1 partial_success { 1 rejected_data_points, 2 error_message }
 *  google.rpc.Status              1 code, 2 message
 * </pre>
 */
final class ResponseBody {
  /** What is kept of a message. */
  static final int MAX_MESSAGE_CHARACTERS = 256;

  private static final int NUMBER_FIELD = 1;
  private static final int MESSAGE_FIELD = 2;
  private static final int PARTIAL_SUCCESS_FIELD = 1;

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;
  private static final int MAX_VARINT_BYTES = 10;

  /**
   * A message that has a number and a text, as both of the answers are.
   *
   * @param message null if there is none
   */
  record Notice(long number, @Nullable String message) {
    static final Notice NOTHING = new Notice(0, null);
  }

  /** The body is not the message it should be. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }

  private ResponseBody() {}

  /** The partial success in a body of a 2xx response. */
  static Notice partialSuccess(ByteBuf body) throws MalformedException {
    Notice found = Notice.NOTHING;
    while (body.isReadable()) {
      long tag = varint(body);
      if (tag == ((PARTIAL_SUCCESS_FIELD << 3) | LENGTH)) {
        found = notice(body.readSlice(length(body)));
      } else {
        skip(body, tag);
      }
    }
    return found;
  }

  /** The status in a body of an error response. */
  static Notice status(ByteBuf body) throws MalformedException {
    return notice(body);
  }

  /** A text that is safe to log: one line, no control characters, not too long. */
  static String printable(ByteBuf text) {
    // Four bytes a character at most; what is cut off in the middle shows as a replacement.
    int bytes = Math.min(text.readableBytes(), MAX_MESSAGE_CHARACTERS * 4);
    String decoded = text.toString(text.readerIndex(), bytes, StandardCharsets.UTF_8);
    var printable = new StringBuilder();
    decoded
        .codePoints()
        .limit(MAX_MESSAGE_CHARACTERS)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(printable::appendCodePoint);
    return printable.toString().strip();
  }

  private static Notice notice(ByteBuf body) throws MalformedException {
    long number = 0;
    @Nullable String message = null;
    while (body.isReadable()) {
      long tag = varint(body);
      if (tag == ((NUMBER_FIELD << 3) | VARINT)) {
        number = varint(body);
      } else if (tag == ((MESSAGE_FIELD << 3) | LENGTH)) {
        message = printable(body.readSlice(length(body)));
      } else {
        skip(body, tag);
      }
    }
    return new Notice(number, message == null || message.isEmpty() ? null : message);
  }

  private static void skip(ByteBuf body, long tag) throws MalformedException {
    if (tag >>> 3 == 0) {
      throw new MalformedException("field number 0");
    }
    switch ((int) (tag & 7)) {
      case VARINT -> varint(body);
      case FIXED64 -> skipBytes(body, Long.BYTES);
      case LENGTH -> skipBytes(body, length(body));
      case FIXED32 -> skipBytes(body, Integer.BYTES);
      default -> throw new MalformedException("wire type " + (tag & 7));
    }
  }

  private static void skipBytes(ByteBuf body, int bytes) throws MalformedException {
    if (bytes > body.readableBytes()) {
      throw new MalformedException("ends within a field");
    }
    body.skipBytes(bytes);
  }

  private static int length(ByteBuf body) throws MalformedException {
    long length = varint(body);
    if (length < 0 || length > body.readableBytes()) {
      throw new MalformedException("a length exceeds the message");
    }
    return (int) length;
  }

  private static long varint(ByteBuf body) throws MalformedException {
    long value = 0;
    for (int i = 0; i < MAX_VARINT_BYTES; i++) {
      if (!body.isReadable()) {
        throw new MalformedException("ends within a number");
      }
      byte next = body.readByte();
      value |= (next & 0x7FL) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedException("a number is too long");
  }
}

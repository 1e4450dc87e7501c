package io.numetry.exporter.body;

import static io.numetry.exporter.body.ProtoReader.tag;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * The little that matters of the messages that a destination answers with.
 *
 * <pre>
 *  ExportMetricsServiceResponse   1 partial_success { 1 rejected_data_points, 2 error_message }
 *  google.rpc.Status              1 code, 2 message
 * </pre>
 */
public final class ResponseBody {
  private static final int NUMBER_FIELD = 1;
  private static final int MESSAGE_FIELD = 2;
  private static final int PARTIAL_SUCCESS_FIELD = 1;

  /**
   * A message that has a number and a text, as both of the answers are.
   *
   * @param message null if there is none
   */
  public record Notice(long number, @Nullable String message) {
    public static final Notice NOTHING = new Notice(0, null);
  }

  private ResponseBody() {}

  /** The partial success in a body of a response that is a success. */
  public static Notice partialSuccess(ByteBuf body) throws MalformedException {
    Notice found = Notice.NOTHING;
    while (body.isReadable()) {
      long tag = ProtoReader.varint(body);
      if (tag == tag(PARTIAL_SUCCESS_FIELD, ProtoReader.LENGTH)) {
        found = read(ProtoReader.content(body), found); // a message that comes twice is one
      } else {
        ProtoReader.skip(body, tag);
      }
    }
    return found;
  }

  /** The status in a body of an error response. */
  public static Notice status(ByteBuf body) throws MalformedException {
    return read(body, Notice.NOTHING);
  }

  /** Reads a message, of which some fields may have come before. */
  private static Notice read(ByteBuf body, Notice before) throws MalformedException {
    long number = before.number();
    @Nullable String message = before.message();
    while (body.isReadable()) {
      long tag = ProtoReader.varint(body);
      if (tag == tag(NUMBER_FIELD, ProtoReader.VARINT)) {
        number = ProtoReader.varint(body);
      } else if (tag == tag(MESSAGE_FIELD, ProtoReader.LENGTH)) {
        message = Printable.of(ProtoReader.content(body));
      } else {
        ProtoReader.skip(body, tag);
      }
    }
    return new Notice(number, message == null || message.isEmpty() ? null : message);
  }
}

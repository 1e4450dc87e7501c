package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;
import io.numetry.exporter.body.ResponseBody.Notice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ResponseBody} reads, of answers in JSON. Integers may be strings, as proto3's mapping
 * writes those of 64 bits; members that are not known are skipped.
 *
 * <pre>
 *  {"partialSuccess": {"rejectedDataPoints": "3", "errorMessage": "..."}}
 *  {"code": 3, "message": "..."}
 * </pre>
 */
public final class JsonResponseBody {
  /** Of a number; more digits than a long ever has, with a fraction of zeros. */
  private static final int MAX_NUMBER_CHARACTERS = 64;

  private long number;
  private @Nullable String message;

  private JsonResponseBody() {}

  /** The partial success in a body of a response that is a success. */
  public static Notice partialSuccess(ByteBuf body) throws MalformedException {
    if (!body.isReadable()) {
      return Notice.NOTHING;
    }
    var found = new JsonResponseBody();
    var json = new JsonReader(body.nioBuffer());
    json.object(
        name -> {
          if (name.equals("partialSuccess")) {
            found.read(json, "rejectedDataPoints", "errorMessage");
          } else {
            json.skip();
          }
        });
    json.end();
    return found.notice();
  }

  /** The status in a body of an error response. */
  public static Notice status(ByteBuf body) throws MalformedException {
    var found = new JsonResponseBody();
    var json = new JsonReader(body.nioBuffer());
    found.read(json, "code", "message");
    json.end();
    return found.notice();
  }

  private void read(JsonReader json, String numberName, String messageName)
      throws MalformedException {
    json.object(
        name -> {
          if (name.equals(numberName)) {
            number = integer(json.numberOrNull());
          } else if (name.equals(messageName)) {
            message = json.stringOrNull();
          } else {
            json.skip();
          }
        });
  }

  private Notice notice() {
    String shown = message == null ? "" : Printable.of(message);
    return new Notice(number, shown.isEmpty() ? null : shown);
  }

  private static long integer(@Nullable String text) throws MalformedException {
    if (text == null) {
      return 0;
    }
    try {
      if (text.length() <= MAX_NUMBER_CHARACTERS) {
        return new BigDecimal(text).longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // told below, like one that is too long
    }
    throw new MalformedException("JSON has a number that is no integer of 64 bits");
  }
}

package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Makes texts from outside safe to log: one line, no control characters, not too long. */
public final class Printable {
  /** What is kept of a text. */
  public static final int MAX_CHARACTERS = 256;

  private Printable() {}

  public static String of(ByteBuf text) {
    // Four bytes a character at most; what is cut off in the middle shows as a replacement.
    int bytes = Math.min(text.readableBytes(), MAX_CHARACTERS * 4);
    return of(text.toString(text.readerIndex(), bytes, StandardCharsets.UTF_8));
  }

  public static String of(String text) {
    var printable = new StringBuilder();
    text.codePoints()
        .limit(MAX_CHARACTERS)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(printable::appendCodePoint);
    return printable.toString().strip();
  }
}

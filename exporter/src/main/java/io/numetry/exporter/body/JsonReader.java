package io.numetry.exporter.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document (RFC 8259), strictly. What is read comes from outside, so nothing in it
 * is trusted: it is UTF-8, nests no deeper than {@link #MAX_DEPTH}, and ends where the bytes do.
 *
 * <p>Values are read one after the other, as the caller asks; what it does not want is skipped, and
 * checked all the same.
 */
final class JsonReader {
  static final int MAX_DEPTH = 32;

  private static final char END = '\uffff';

  private final CharSequence text;
  private int position;
  private int depth;

  /** What to do with a member of an object; it must read the value or skip it. */
  @FunctionalInterface
  interface Member {
    void read(String name) throws MalformedException;
  }

  JsonReader(ByteBuffer utf8) throws MalformedException {
    try {
      // A new decoder reports what is malformed.
      text = StandardCharsets.UTF_8.newDecoder().decode(utf8);
    } catch (CharacterCodingException e) {
      throw new MalformedException("not UTF-8");
    }
  }

  /** Reads an object, or a null as one without members. */
  void object(Member member) throws MalformedException {
    if (skipNull()) {
      return;
    }
    enter('{');
    if (next() == '}') {
      position++;
    } else {
      do {
        String name = string();
        expect(':');
        member.read(name);
      } while (another('}'));
    }
    depth--;
  }

  /** A string's characters; null for a null. */
  @Nullable String stringOrNull() throws MalformedException {
    return skipNull() ? null : string();
  }

  /** A number's notation; that in a string, too; null for a null. */
  @Nullable String numberOrNull() throws MalformedException {
    if (next() == '"') {
      return string();
    }
    return skipNull() ? null : number();
  }

  /** Reads over a value of any kind. */
  void skip() throws MalformedException {
    switch (next()) {
      case '{' -> object(name -> skip());
      case '[' -> skipArray();
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  /** The document is over. */
  void end() throws MalformedException {
    if (next() != END || position < text.length()) {
      throw malformed("goes on after its end");
    }
  }

  private void skipArray() throws MalformedException {
    enter('[');
    if (next() == ']') {
      position++;
    } else {
      do {
        skip();
      } while (another(']'));
    }
    depth--;
  }

  private void enter(char bracket) throws MalformedException {
    expect(bracket);
    if (++depth > MAX_DEPTH) {
      throw malformed("nests deeper than " + MAX_DEPTH);
    }
  }

  private boolean another(char bracket) throws MalformedException {
    char c = next();
    position++;
    if (c != ',' && c != bracket) {
      throw malformed("has neither , nor " + bracket);
    }
    return c == ',';
  }

  private boolean skipNull() throws MalformedException {
    if (next() != 'n') {
      return false;
    }
    word("null");
    return true;
  }

  private void word(String word) throws MalformedException {
    for (int i = 0; i < word.length(); i++) {
      expectHere(word.charAt(i));
    }
  }

  private String string() throws MalformedException {
    expect('"');
    var read = new StringBuilder();
    while (true) {
      char c = take();
      if (c == '"') {
        return read.toString();
      }
      if (c < ' ') {
        throw malformed("has a control character in a string");
      }
      read.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() throws MalformedException {
    char c = take();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
          unit = unit * 16 + hexadecimal(take());
        }
        yield (char) unit;
      }
      default -> throw malformed("has an unknown escape");
    };
  }

  private int hexadecimal(char c) throws MalformedException {
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw malformed("has an escape without four digits");
    }
    return digit;
  }

  private String number() throws MalformedException {
    next();
    int begin = position;
    if (here() == '-') {
      position++;
    }
    if (here() == '0') {
      position++;
    } else {
      digits();
    }
    if (here() == '.') {
      position++;
      digits();
    }
    if (here() == 'e' || here() == 'E') {
      position++;
      if (here() == '+' || here() == '-') {
        position++;
      }
      digits();
    }
    return text.subSequence(begin, position).toString();
  }

  private void digits() throws MalformedException {
    int begin = position;
    while (here() >= '0' && here() <= '9') {
      position++;
    }
    if (position == begin) {
      throw malformed("has no value where there should be one");
    }
  }

  private void expect(char wanted) throws MalformedException {
    next();
    expectHere(wanted);
  }

  private void expectHere(char wanted) throws MalformedException {
    if (take() != wanted) {
      throw malformed("has no " + wanted + " where there should be one");
    }
  }

  /** The next character that is no white space, not taken; {@link #END} if there is none. */
  private char next() {
    while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r') {
      position++;
    }
    return here();
  }

  private char here() {
    return position < text.length() ? text.charAt(position) : END;
  }

  private char take() throws MalformedException {
    if (position == text.length()) {
      throw malformed("ends too early");
    }
    return text.charAt(position++);
  }

  private MalformedException malformed(String what) {
    return new MalformedException("JSON " + what + ", near character " + position);
  }
}

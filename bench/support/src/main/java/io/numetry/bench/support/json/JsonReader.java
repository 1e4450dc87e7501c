package io.numetry.bench.support.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document (RFC 8259) into maps, lists, strings, {@link Double}s, {@link Boolean}s
 * and null.
 */
public final class JsonReader {

  private static final int DEEPEST = 32;
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads a text that is one document.
   *
   * @throws IllegalArgumentException if the text is no such document; the message says where
   */
  public static @Nullable Object read(String text) {
    JsonReader reader = new JsonReader(text);
    @Nullable Object value = reader.value(0);
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.wrong("nothing may follow the document");
    }
    return value;
  }

  private @Nullable Object value(int depth) {
    if (depth > DEEPEST) {
      throw wrong("nested deeper than " + DEEPEST);
    }
    blanks();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    at++;
    blanks();
    if (taken('}')) {
      return members;
    }
    do {
      blanks();
      String name = string();
      blanks();
      need(':');
      if (members.containsKey(name)) {
        throw wrong("member \"" + name + "\" is there twice");
      }
      members.put(name, value(depth + 1));
      blanks();
    } while (taken(','));
    need('}');
    return members;
  }

  private List<@Nullable Object> array(int depth) {
    List<@Nullable Object> items = new ArrayList<>();
    at++;
    blanks();
    if (taken(']')) {
      return items;
    }
    do {
      items.add(value(depth + 1));
      blanks();
    } while (taken(','));
    need(']');
    return items;
  }

  private String string() {
    need('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = peek();
      if (c < ' ') {
        throw wrong("a string does not end");
      }
      at++;
      if (c == '"') {
        return out.toString();
      }
      out.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("\\" + c + " is no escape");
    };
  }

  private char unicode() {
    int end = Math.min(text.length(), at + HEX_DIGITS);
    String digits = text.substring(at, end);
    if (digits.length() < HEX_DIGITS || digits.chars().anyMatch(c -> Character.digit(c, HEX) < 0)) {
      throw wrong("\\u needs four digits");
    }
    at = end;
    return (char) Integer.parseInt(digits, HEX);
  }

  private @Nullable Boolean word(String word, @Nullable Boolean value) {
    if (!text.startsWith(word, at)) {
      throw wrong("no value");
    }
    at += word.length();
    return value;
  }

  private Double number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Double.valueOf(text.substring(start, at));
    } catch (NumberFormatException e) {
      at = start;
      throw wrong("no value");
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("the document ends too early");
    }
    return text.charAt(at);
  }

  private boolean taken(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    if (there) {
      at++;
    }
    return there;
  }

  private void need(char c) {
    if (!taken(c)) {
      throw wrong("there must be a " + c);
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("json: at character " + at + ", " + what);
  }
}

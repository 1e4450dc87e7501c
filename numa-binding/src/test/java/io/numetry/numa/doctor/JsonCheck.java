package io.numetry.numa.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON by the letter of RFC 8259; numbers are whole ones, null is the text "null". */
final class JsonCheck {

  private final String text;
  private int at;

  private JsonCheck(String text) {
    this.text = text;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String text) {
    JsonCheck check = new JsonCheck(text.strip());
    Object value = check.value();
    check.require(check.at == check.text.length(), "end");
    return (Map<String, Object>) value;
  }

  private Object value() {
    return switch (text.charAt(at)) {
      case '{' -> map();
      case '[' -> list();
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    at++;
    while (text.charAt(at) != '}') {
      if (!map.isEmpty()) {
        expect(',');
      }
      String key = string();
      expect(':');
      require(map.put(key, value()) == null, "one " + key);
    }
    at++;
    return map;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    at++;
    while (text.charAt(at) != ']') {
      if (!list.isEmpty()) {
        expect(',');
      }
      list.add(value());
    }
    at++;
    return list;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    expect('"');
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      require(c >= ' ', "no control character");
      if (c != '\\') {
        string.append(c);
      } else if (text.charAt(at) == 'u') {
        string.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
        at += 5;
      } else {
        require("\"\\".indexOf(text.charAt(at)) >= 0, "an escape");
        string.append(text.charAt(at++));
      }
    }
    at++;
    return string.toString();
  }

  private Object word() {
    int from = at;
    while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    require(word.matches("true|false|null|0|-?[1-9][0-9]*"), "a word");
    return word;
  }

  private void expect(char c) {
    require(text.charAt(at) == c, "'" + c + "'");
    at++;
  }

  private void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError("no JSON: expected " + what + " at " + at + " of " + text);
    }
  }
}

package io.numetry.json;

/**
 * Writes one JSON document (RFC 8259). Calls come in the document's order; commas are put by
 * themselves. Numbers that JSON has no notation for are written as strings.
 */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private boolean first = true;

  public JsonWriter beginObject() {
    return begin('{');
  }

  public JsonWriter endObject() {
    return end('}');
  }

  public JsonWriter beginArray() {
    return begin('[');
  }

  public JsonWriter endArray() {
    return end(']');
  }

  /** A member's name; its value follows. */
  public JsonWriter name(String name) {
    separate();
    string(name);
    out.append(':');
    first = true;
    return this;
  }

  public JsonWriter value(String text) {
    separate();
    string(text);
    return this;
  }

  public JsonWriter value(long number) {
    separate();
    out.append(number);
    return this;
  }

  public JsonWriter value(double number) {
    separate();
    if (Double.isFinite(number)) {
      out.append(number);
    } else {
      string(Double.toString(number));
    }
    return this;
  }

  public JsonWriter value(boolean truth) {
    separate();
    out.append(truth);
    return this;
  }

  /** The document so far. */
  @Override
  public String toString() {
    return out.toString();
  }

  private JsonWriter begin(char bracket) {
    separate();
    out.append(bracket);
    first = true;
    return this;
  }

  private JsonWriter end(char bracket) {
    out.append(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

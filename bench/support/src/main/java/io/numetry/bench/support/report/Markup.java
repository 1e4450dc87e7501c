package io.numetry.bench.support.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes well-formed XML that HTML parsers read alike. All text and attributes are escaped. */
public final class Markup {

  private static final int REPLACEMENT = 0xFFFD;

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> opened = new ArrayDeque<>();

  public Markup doctype() {
    out.append("<!DOCTYPE html>\n");
    return this;
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  public Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    opened.push(tag);
    return this;
  }

  public Markup close() {
    out.append("</").append(opened.pop()).append('>');
    return this;
  }

  /** An element with nothing in it that needs no end: of SVG, or void in HTML. */
  public Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** An element with text in it. */
  public Markup leaf(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  public Markup text(String text) {
    escape(text);
    return this;
  }

  /**
   * A style sheet. HTML reads what is in it as it is, so nothing can be escaped; XML must find
   * nothing to escape.
   */
  public Markup style(String sheet) {
    if (sheet.indexOf('<') >= 0 || sheet.indexOf('&') >= 0) {
      throw new IllegalArgumentException("markup: a style sheet can hold neither < nor &");
    }
    open("style");
    out.append(sheet);
    return close();
  }

  /** For people who look at the source. */
  public Markup line() {
    out.append('\n');
    return this;
  }

  public String end() {
    if (!opened.isEmpty()) {
      throw new IllegalStateException("markup: open=" + opened);
    }
    return out.toString();
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                  // XML has no other control characters, no half pairs, and not these two.
                  boolean control = c < ' ' && c != '\n' && c != '\t';
                  boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                  boolean none = c == 0xFFFE || c == 0xFFFF;
                  out.appendCodePoint(control || half || none ? REPLACEMENT : c);
                }
              }
            });
  }
}

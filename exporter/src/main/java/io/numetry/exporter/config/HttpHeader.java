package io.numetry.exporter.config;

import java.util.Locale;
import java.util.Set;

/** A header to send with each request. Its value may be a secret and is never shown. */
public record HttpHeader(String name, String value) {
  private static final Set<String> OWN =
      Set.of(
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "grpc-accept-encoding",
          "grpc-encoding",
          "grpc-timeout",
          "host",
          "keep-alive",
          "proxy-connection",
          "te",
          "transfer-encoding",
          "upgrade");
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  public HttpHeader {
    if (!isName(name)) {
      throw new IllegalArgumentException("header: name=" + name + " is not an HTTP header's name");
    }
    if (isOwn(name)) {
      throw new IllegalArgumentException("header: name=" + name + " is set by the exporter itself");
    }
    // Error messages leave the value out.
    if (!value.chars().allMatch(HttpHeader::isValueCharacter)) {
      throw new IllegalArgumentException(
          "header: the value of " + name + " has characters other than visible ASCII and space");
    }
  }

  /** Whether a header may have that name (RFC 9110, 5.1). */
  static boolean isName(String text) {
    return !text.isEmpty() && text.chars().allMatch(HttpHeader::isTokenCharacter);
  }

  /** Whether the exporter sets that header itself. */
  static boolean isOwn(String name) {
    return OWN.contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name + ": (hidden)";
  }

  private static boolean isTokenCharacter(int c) {
    return isBetween(c, 'a', 'z')
        || isBetween(c, 'A', 'Z')
        || isBetween(c, '0', '9')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }

  private static boolean isValueCharacter(int c) {
    return isBetween(c, ' ', '~') || c == '\t';
  }

  private static boolean isBetween(int c, char first, char last) {
    return c >= first && c <= last;
  }
}

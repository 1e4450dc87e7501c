package io.numetry.bench.chaos.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** As much of HTTP/1.1 as both sides of a gate need. */
final class HttpMessages {
  private static final int MAX_HEAD_BYTES = 64 << 10;

  private HttpMessages() {}

  /** Reads up to an empty line; null if the stream ends before the first byte. */
  static byte @Nullable [] readHead(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int next = in.read();
      if (next < 0) {
        if (head.size() == 0) {
          return null;
        }
        throw new EOFException("ends amid a head");
      }
      head.write(next);
      matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
      if (head.size() > MAX_HEAD_BYTES) {
        throw new IOException("a head without end");
      }
    }
    return head.toByteArray();
  }

  /** A header's value; null if it is not there. */
  static @Nullable String header(byte[] head, String name) {
    for (String line : new String(head, ISO_8859_1).split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
        return line.substring(colon + 1).strip();
      }
    }
    return null;
  }

  static int contentLength(byte[] head) throws IOException {
    String length = header(head, "content-length");
    if (length == null) {
      throw new IOException("no Content-Length");
    }
    return Integer.parseInt(length);
  }

  static byte[] readBody(InputStream in, int bytes) throws IOException {
    byte[] body = in.readNBytes(bytes);
    if (body.length < bytes) {
      throw new EOFException("ends amid a body");
    }
    return body;
  }

  /** A body as its sender meant it. */
  static byte[] decoded(byte[] head, byte[] body) throws IOException {
    if (!"gzip".equals(header(head, "content-encoding"))) {
      return body;
    }
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return plain.readAllBytes();
    }
  }

  /** Of a response. */
  static int status(byte[] response) throws IOException {
    String[] words =
        new String(response, 0, Math.min(response.length, 64), ISO_8859_1).split(" ", 3);
    if (words.length < 3) {
      throw new IOException("no status line");
    }
    return Integer.parseInt(words[1]);
  }
}

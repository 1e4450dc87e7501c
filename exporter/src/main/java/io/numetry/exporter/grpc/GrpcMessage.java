package io.numetry.exporter.grpc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The header {@code grpc-message}: UTF-8, percent-encoded. */
final class GrpcMessage {

  private GrpcMessage() {}

  /** Decodes; what is not encoded as it should be stays as it is. */
  static String decode(String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    int i = 0;
    while (i < encoded.length()) {
      char c = encoded.charAt(i);
      int high = c == '%' && i + 2 < encoded.length() ? digit(encoded.charAt(i + 1)) : -1;
      int low = high >= 0 ? digit(encoded.charAt(i + 2)) : -1;
      if (low >= 0) {
        bytes.write((high << 4) | low);
        i += 3;
      } else {
        bytes.write(c);
        i++;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int digit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}

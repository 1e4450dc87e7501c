package io.numetry.exporter.testkit;

import com.github.luben.zstd.ZstdInputStream;
import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Contents as they were before they were compressed. */
public final class Contents {

  private Contents() {}

  /**
   * By the name of their coding.
   *
   * @param coding null for none
   */
  public static ByteString decoded(@Nullable String coding, ByteString content) {
    try (InputStream in = decoding(coding, new ByteArrayInputStream(content.toByteArray()))) {
      return ByteString.readFrom(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream decoding(@Nullable String coding, InputStream content) throws IOException {
    return switch (coding) {
      case null -> content;
      case "gzip" -> new GZIPInputStream(content);
      case "zstd" -> new ZstdInputStream(content);
      default -> throw new AssertionError("nobody sends " + coding);
    };
  }
}

package io.numetry.exporter.client;

import io.numetry.exporter.body.GzipBodies;
import io.numetry.exporter.body.GzipBody;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.send.Verdict;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What of a frame goes into a request: itself, or itself compressed. */
public final class Bodies implements AutoCloseable {
  private final @Nullable GzipBodies gzip;

  /** Sends a request with a body. */
  @FunctionalInterface
  public interface Sending {
    void send(ByteBuffer body, Consumer<Verdict> done);
  }

  public Bodies(OtlpOptions options) {
    gzip =
        options.compression() == Compression.GZIP
            ? new GzipBodies(options.compressionLevel())
            : null;
  }

  public boolean isCompressed() {
    return gzip != null;
  }

  /** Makes the body, and keeps it until the request is over. */
  public void with(Payload payload, Consumer<Verdict> done, Sending sending) {
    if (gzip == null) {
      sending.send(payload.content(), done);
      return;
    }
    GzipBody body = gzip.of(payload);
    sending.send(
        body.content(),
        verdict -> {
          body.release();
          done.accept(verdict);
        });
  }

  @Override
  public void close() {
    if (gzip != null) {
      gzip.close();
    }
  }
}

package io.numetry.exporter.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.numetry.exporter.body.GzipBodies;
import io.numetry.exporter.body.GzipBody;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.json.OtlpJson;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.Verdict;
import io.numetry.self.ExportError;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What of a frame goes into a request: itself, or it in JSON; that, or that compressed. */
public final class Bodies implements AutoCloseable {
  private final boolean isJson;
  private final long maxRequestBytes;
  private final @Nullable GzipBodies gzip;

  /** Sends a request with a body. */
  @FunctionalInterface
  public interface Sending {
    void send(ByteBuffer body, Consumer<Verdict> done);
  }

  public Bodies(OtlpOptions options) {
    isJson = options.protocol() == OtlpProtocol.HTTP_JSON;
    maxRequestBytes = options.maxRequestBytes();
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
    if (!isJson) {
      send(payload, payload.content(), done, sending);
      return;
    }
    byte[] json;
    try {
      json = OtlpJson.of(payload.content()).getBytes(UTF_8);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      done.accept(
          new Verdict.Refused(
              Cause.of(ExportError.OTHER, "a request has no JSON"),
              String.valueOf(e.getMessage())));
      return;
    }
    if (json.length > maxRequestBytes) {
      done.accept(
          new Verdict.Refused(
              Cause.of(
                  ExportError.REQUEST_TOO_LARGE,
                  "a request exceeds " + maxRequestBytes + " bytes in JSON"),
              ""));
    } else if (gzip != null) {
      send(payload, ByteBuffer.wrap(json), done, sending);
    } else {
      sendCopy(json, done, sending);
    }
  }

  private void send(Payload payload, ByteBuffer content, Consumer<Verdict> done, Sending sending) {
    if (gzip == null) {
      sending.send(content, done);
      return;
    }
    GzipBody body = gzip.of(payload, content);
    sending.send(
        body.content(),
        verdict -> {
          body.release();
          done.accept(verdict);
        });
  }

  /** In native memory, as a body must be. */
  private static void sendCopy(byte[] json, Consumer<Verdict> done, Sending sending) {
    ByteBuf copy = PooledByteBufAllocator.DEFAULT.directBuffer(json.length).writeBytes(json);
    sending.send(
        copy.nioBuffer(),
        verdict -> {
          copy.release();
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

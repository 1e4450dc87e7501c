package io.numetry.exporter.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.numetry.exporter.body.CompressedBodies;
import io.numetry.exporter.body.CompressedBody;
import io.numetry.exporter.body.Compressor;
import io.numetry.exporter.body.ZstdMissingException;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What of a frame goes into a request: itself, or it in JSON; that, or that compressed. */
final class Bodies implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Bodies.class.getName());

  private final boolean isJson;
  private final long maxRequestBytes;
  private final Compression compression;
  private final Map<Compression, CompressedBodies> compressed = new EnumMap<>(Compression.class);

  /** Sends a request with a body. */
  @FunctionalInterface
  interface Sending {
    void send(ByteBuffer body, Consumer<Verdict> done);
  }

  /** What the options ask for, or what there is of it. */
  Bodies(OtlpOptions options) {
    isJson = options.protocol() == OtlpProtocol.HTTP_JSON;
    maxRequestBytes = options.maxRequestBytes();
    compression = open(options.compression(), options.compressionLevel());
  }

  private Compression open(Compression asked, int level) {
    switch (asked) {
      case NONE -> {}
      case GZIP -> compressed.put(asked, new CompressedBodies(Compressor.gzip(level)));
      case ZSTD -> {
        try {
          compressed.put(asked, new CompressedBodies(Compressor.zstd(level)));
        } catch (ZstdMissingException e) {
          LOG.log(
              System.Logger.Level.WARNING,
              "compression=zstd cannot be used: {0}; going on with compression=gzip",
              e.getMessage());
          return open(Compression.GZIP, Compression.GZIP.defaultLevel());
        }
      }
    }
    return asked;
  }

  /** What requests are to begin with. */
  Compression compression() {
    return compression;
  }

  /** Frees the memory of a compression that is used no more. */
  void retire(Compression former) {
    CompressedBodies bodies = compressed.remove(former);
    if (bodies != null) {
      bodies.close();
    }
  }

  /** Makes the body, and keeps it until the request is over. */
  void with(Payload payload, Compression how, Consumer<Verdict> done, Sending sending) {
    if (!isJson) {
      if (how == Compression.NONE) {
        sending.send(payload.content(), done);
      } else {
        sendCompressed(payload, payload.content(), how, done, sending);
      }
      return;
    }
    byte[] json = json(payload, done);
    if (json == null) {
      return;
    }
    // In native memory, as a body must be, and what is compressed.
    ByteBuf copy = PooledByteBufAllocator.DEFAULT.directBuffer(json.length).writeBytes(json);
    if (how == Compression.NONE) {
      sending.send(
          copy.nioBuffer(),
          verdict -> {
            copy.release();
            done.accept(verdict);
          });
      return;
    }
    try {
      sendCompressed(payload, copy.nioBuffer(), how, done, sending);
    } finally {
      copy.release();
    }
  }

  /** Null if there is none, which has been told then. */
  private byte @Nullable [] json(Payload payload, Consumer<Verdict> done) {
    byte[] json;
    try {
      json = OtlpJson.of(payload.content()).getBytes(UTF_8);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      done.accept(
          new Verdict.Refused(
              Cause.of(ExportError.OTHER, "a request has no JSON"),
              String.valueOf(e.getMessage())));
      return null;
    }
    if (json.length > maxRequestBytes) {
      done.accept(
          new Verdict.Refused(
              Cause.of(
                  ExportError.REQUEST_TOO_LARGE,
                  "a request exceeds " + maxRequestBytes + " bytes in JSON"),
              ""));
      return null;
    }
    return json;
  }

  private void sendCompressed(
      Payload payload,
      ByteBuffer content,
      Compression how,
      Consumer<Verdict> done,
      Sending sending) {
    // What is not there from the beginning is gzip, where the destination has refused zstd.
    CompressedBodies bodies =
        compressed.computeIfAbsent(
            how, gzip -> new CompressedBodies(Compressor.gzip(gzip.defaultLevel())));
    CompressedBody body = bodies.of(payload, content);
    sending.send(
        body.content(),
        verdict -> {
          body.release();
          done.accept(verdict);
        });
  }

  @Override
  public void close() {
    compressed.values().forEach(CompressedBodies::close);
  }
}

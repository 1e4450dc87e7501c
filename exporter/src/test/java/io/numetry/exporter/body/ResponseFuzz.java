package io.numetry.exporter.body;

import com.google.protobuf.InvalidProtocolBufferException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.numetry.exporter.body.ResponseBody.Notice;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Anything as a response's body, for a fuzzer that goes by coverage (scripts/fuzz) and for {@link
 * ResponseFuzzTest}. The first byte says which reader gets the rest. Nothing but a {@link
 * MalformedException} or a {@link TooLargeException} may come out, and nothing that protobuf does
 * not read there.
 */
public final class ResponseFuzz {
  private static final int MAX_BYTES = 1 << 16;
  private static final int MAX_MESSAGE_CHARACTERS = 4096;

  private ResponseFuzz() {}

  /** The fuzzer's entrance. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    byte[] content = Arrays.copyOfRange(data, 1, data.length);
    ByteBuf body = Unpooled.wrappedBuffer(content);
    try {
      switch (data[0] & 7) {
        case 0 -> checkPartialSuccess(ResponseBody.partialSuccess(body), content);
        case 1 -> check(ResponseBody.status(body));
        case 2 -> check(StatusDetails.retryDelayNanos(body));
        case 3 -> check(JsonResponseBody.partialSuccess(body));
        case 4 -> check(JsonResponseBody.status(body));
        default -> unpacked(body);
      }
    } catch (MalformedException | TooLargeException refused) {
      // as it has to be
    }
  }

  private static void unpacked(ByteBuf body) throws MalformedException, TooLargeException {
    ByteBuf whole = Gunzip.of(body, MAX_BYTES);
    try {
      require(whole.readableBytes() <= MAX_BYTES, "more than is allowed");
    } finally {
      whole.release();
    }
  }

  private static void checkPartialSuccess(Notice notice, byte[] content) {
    check(notice);
    try {
      var oracle = ExportMetricsServiceResponse.parseFrom(content);
      require(
          notice.number() == oracle.getPartialSuccess().getRejectedDataPoints(),
          "other than protobuf reads");
    } catch (InvalidProtocolBufferException e) {
      // Protobuf also checks what is skipped here: UTF-8, and end tags.
    }
  }

  private static void check(Notice notice) {
    String message = notice.message();
    require(message == null || message.length() <= MAX_MESSAGE_CHARACTERS, "message without end");
    require(
        message == null || message.chars().noneMatch(Character::isISOControl),
        "control characters for the log");
  }

  private static void check(OptionalLong delayNanos) {
    long nanos = delayNanos.orElse(0);
    require(nanos >= 0 && nanos <= TimeUnit.HOURS.toNanos(1), "no delay: " + nanos);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}

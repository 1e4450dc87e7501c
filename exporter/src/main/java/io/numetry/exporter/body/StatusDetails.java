package io.numetry.exporter.body;

import static io.numetry.exporter.body.ProtoReader.tag;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * When to try again, out of the details of a status.
 *
 * <pre>
 *  google.rpc.Status          3 details: Any*
 *  google.protobuf.Any        1 type_url, 2 value
 *  google.rpc.RetryInfo       1 retry_delay: Duration
 *  google.protobuf.Duration   1 seconds, 2 nanos
 * </pre>
 */
public final class StatusDetails {
  private static final int DETAILS_FIELD = 3;
  private static final int TYPE_URL_FIELD = 1;
  private static final int VALUE_FIELD = 2;
  private static final int RETRY_DELAY_FIELD = 1;
  private static final int SECONDS_FIELD = 1;
  private static final int NANOS_FIELD = 2;

  private static final String RETRY_INFO = "google.rpc.RetryInfo";

  /** A longer wish is taken for a mistake, which must not silence telemetry for good. */
  private static final long MAX_SECONDS = TimeUnit.HOURS.toSeconds(1);

  private StatusDetails() {}

  /** The delay in nanoseconds that a status asks for; empty if it has no RetryInfo. */
  public static OptionalLong retryDelayNanos(ByteBuf status) throws MalformedException {
    OptionalLong found = OptionalLong.empty();
    while (status.isReadable()) {
      long tag = ProtoReader.varint(status);
      if (tag == tag(DETAILS_FIELD, ProtoReader.LENGTH)) {
        OptionalLong delay = ofDetail(ProtoReader.content(status));
        found = found.isPresent() ? found : delay;
      } else {
        ProtoReader.skip(status, tag);
      }
    }
    return found;
  }

  private static OptionalLong ofDetail(ByteBuf any) throws MalformedException {
    boolean isRetryInfo = false;
    ByteBuf value = any.slice(any.readerIndex(), 0);
    while (any.isReadable()) {
      long tag = ProtoReader.varint(any);
      if (tag == tag(TYPE_URL_FIELD, ProtoReader.LENGTH)) {
        isRetryInfo = isRetryInfo(ProtoReader.content(any));
      } else if (tag == tag(VALUE_FIELD, ProtoReader.LENGTH)) {
        value = ProtoReader.content(any);
      } else {
        ProtoReader.skip(any, tag);
      }
    }
    return isRetryInfo ? OptionalLong.of(ofRetryInfo(value)) : OptionalLong.empty();
  }

  /** The type's name is what follows the last slash. */
  private static boolean isRetryInfo(ByteBuf typeUrl) {
    int nameStart = typeUrl.writerIndex() - RETRY_INFO.length();
    return nameStart > typeUrl.readerIndex()
        && typeUrl.getByte(nameStart - 1) == '/'
        && typeUrl
            .toString(nameStart, RETRY_INFO.length(), StandardCharsets.UTF_8)
            .equals(RETRY_INFO);
  }

  private static long ofRetryInfo(ByteBuf retryInfo) throws MalformedException {
    long nanos = 0;
    while (retryInfo.isReadable()) {
      long tag = ProtoReader.varint(retryInfo);
      if (tag == tag(RETRY_DELAY_FIELD, ProtoReader.LENGTH)) {
        nanos = ofDuration(ProtoReader.content(retryInfo));
      } else {
        ProtoReader.skip(retryInfo, tag);
      }
    }
    return nanos;
  }

  private static long ofDuration(ByteBuf duration) throws MalformedException {
    long seconds = 0;
    long nanos = 0;
    while (duration.isReadable()) {
      long tag = ProtoReader.varint(duration);
      if (tag == tag(SECONDS_FIELD, ProtoReader.VARINT)) {
        seconds = ProtoReader.varint(duration);
      } else if (tag == tag(NANOS_FIELD, ProtoReader.VARINT)) {
        nanos = (int) ProtoReader.varint(duration);
      } else {
        ProtoReader.skip(duration, tag);
      }
    }
    if (seconds >= MAX_SECONDS) {
      return TimeUnit.SECONDS.toNanos(MAX_SECONDS);
    }
    boolean isDelay = seconds >= 0 && nanos >= 0 && nanos < TimeUnit.SECONDS.toNanos(1);
    return isDelay ? TimeUnit.SECONDS.toNanos(seconds) + nanos : 0;
  }
}

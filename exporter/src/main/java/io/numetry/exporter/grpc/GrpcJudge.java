package io.numetry.exporter.grpc;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.numetry.exporter.body.Gunzip;
import io.numetry.exporter.body.MalformedException;
import io.numetry.exporter.body.Printable;
import io.numetry.exporter.body.ResponseBody;
import io.numetry.exporter.body.ResponseBody.Notice;
import io.numetry.exporter.body.StatusDetails;
import io.numetry.exporter.body.TooLargeException;
import io.numetry.exporter.body.Unzstd;
import io.numetry.exporter.client.Judge;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.ResponseStatus;
import io.numetry.exporter.send.Verdict;
import io.numetry.self.ExportError;
import java.util.Base64;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a call's end what becomes of the frame, by the OTLP specification's "OTLP/gRPC
 * Response" and gRPC's "gRPC over HTTP2".
 */
final class GrpcJudge implements Judge {
  private static final String STATUS = "grpc-status";
  private static final String MESSAGE = "grpc-message";
  private static final String DETAILS = "grpc-status-details-bin";
  private static final String ENCODING = "grpc-encoding";
  private static final int PREFIX_BYTES = 5;
  private static final ResponseStatus ACCEPTED = new ResponseStatus.Grpc(GrpcStatus.OK.name());

  private final int maxResponseBytes;
  private final boolean readsZstd;

  /**
   * @param readsZstd where requests are compressed by it: gRPC's library for Go, and the Collector
   *     with it, answers as it was asked, whatever it is told to accept
   */
  GrpcJudge(int maxResponseBytes, boolean readsZstd) {
    this.maxResponseBytes = maxResponseBytes;
    this.readsZstd = readsZstd;
  }

  @Override
  public Verdict response(FullHttpResponse response) {
    if (response.decoderResult().isFailure()) {
      return new Verdict.Later(Cause.of(ExportError.PROTOCOL, "no HTTP in the response"), 0);
    }
    String statusText = header(response, STATUS);
    if (statusText == null) {
      return withoutStatus(response);
    }
    GrpcStatus status = GrpcStatus.of(statusText);
    if (status == GrpcStatus.OK) {
      return accepted(response);
    }
    String message = header(response, MESSAGE);
    return failed(
        status,
        message == null ? "" : Printable.of(GrpcMessage.decode(message)),
        retryDelay(header(response, DETAILS)));
  }

  @Override
  public Verdict reset(long errorCode) {
    return failed(
        GrpcStatus.ofReset(errorCode),
        "the stream was reset, HTTP/2 error " + errorCode,
        OptionalLong.empty());
  }

  @Override
  public Verdict tooLarge(String cause) {
    return new Verdict.Refused(Cause.of(ExportError.RESPONSE_TOO_LARGE, cause), "");
  }

  /** In the trailers, or among the headers if these are all there is. */
  private static @Nullable String header(FullHttpResponse response, String name) {
    String trailer = response.trailingHeaders().get(name);
    return trailer == null ? response.headers().get(name) : trailer;
  }

  private static Verdict withoutStatus(FullHttpResponse response) {
    int http = response.status().code();
    String said =
        response.status().equals(HttpResponseStatus.OK)
            ? "no grpc-status, content type "
                + Printable.of(String.valueOf(response.headers().get(HttpHeaderNames.CONTENT_TYPE)))
            : "HTTP status " + http;
    return failed(GrpcStatus.ofHttp(http), said, OptionalLong.empty());
  }

  private static Verdict failed(GrpcStatus status, String message, OptionalLong retryDelayNanos) {
    Cause cause = Cause.grpc(status.name(), "gRPC status " + status);
    if (status == GrpcStatus.RESOURCE_EXHAUSTED && retryDelayNanos.isPresent()) {
      return new Verdict.Throttled(cause, retryDelayNanos.getAsLong());
    }
    if (!status.isRetryable()) {
      return new Verdict.Refused(cause, message);
    }
    Cause detailed = message.isEmpty() ? cause : cause.withText(cause.text() + ", " + message);
    return retryDelayNanos.isPresent()
        ? new Verdict.Throttled(detailed, retryDelayNanos.getAsLong())
        : new Verdict.Later(detailed, 0);
  }

  /** Details that cannot be read are none. */
  private static OptionalLong retryDelay(@Nullable String details) {
    if (details == null) {
      return OptionalLong.empty();
    }
    try {
      // With padding or without: gRPC's binary headers may have either.
      byte[] status = Base64.getDecoder().decode(details.strip());
      return StatusDetails.retryDelayNanos(Unpooled.wrappedBuffer(status));
    } catch (IllegalArgumentException | MalformedException e) {
      return OptionalLong.empty();
    }
  }

  /** What cannot be read of a success is still a success. */
  private Verdict accepted(FullHttpResponse response) {
    try {
      ByteBuf content = response.content();
      if (!content.isReadable()) {
        return new Verdict.Accepted(0, null, ACCEPTED);
      }
      Notice partial = ResponseBody.partialSuccess(message(response, content.duplicate()));
      return new Verdict.Accepted(Math.max(0, partial.number()), partial.message(), ACCEPTED);
    } catch (MalformedException e) {
      return new Verdict.Accepted(0, "unreadable response: " + e.getMessage(), ACCEPTED);
    } catch (TooLargeException e) {
      return tooLarge(String.valueOf(e.getMessage()));
    }
  }

  /** The message behind its prefix: a flag for compression, and its length. */
  private ByteBuf message(FullHttpResponse response, ByteBuf content)
      throws MalformedException, TooLargeException {
    if (content.readableBytes() < PREFIX_BYTES) {
      throw new MalformedException("ends within a prefix");
    }
    int compressed = content.readByte();
    long length = content.readUnsignedInt();
    if (length > content.readableBytes()) {
      throw new MalformedException("a length exceeds the message");
    }
    ByteBuf message = content.readSlice((int) length);
    if (compressed == 0) {
      return message;
    }
    String encoding = response.headers().get(ENCODING);
    if (readsZstd && "zstd".equals(encoding)) {
      return Unzstd.of(message, maxResponseBytes);
    }
    if (!"gzip".equals(encoding)) {
      throw new MalformedException("compressed, but not by gzip");
    }
    return Gunzip.of(message, maxResponseBytes);
  }
}

package io.numetry.exporter.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.numetry.exporter.body.Gunzip;
import io.numetry.exporter.body.JsonResponseBody;
import io.numetry.exporter.body.MalformedException;
import io.numetry.exporter.body.Printable;
import io.numetry.exporter.body.ResponseBody;
import io.numetry.exporter.body.ResponseBody.Notice;
import io.numetry.exporter.body.TooLargeException;
import io.numetry.exporter.client.Judge;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.ResponseStatus;
import io.numetry.exporter.send.Verdict;
import io.numetry.self.ExportError;
import java.time.InstantSource;

/** Tells from a response what becomes of the frame, by the OTLP specification's "Failures". */
final class ResponseJudge implements Judge {
  private final InstantSource clock;
  private final int maxResponseBytes;
  private final boolean isJson;

  /**
   * @param isJson whether requests are in JSON, and so answers that do not say what they are
   */
  ResponseJudge(InstantSource clock, int maxResponseBytes, boolean isJson) {
    this.clock = clock;
    this.maxResponseBytes = maxResponseBytes;
    this.isJson = isJson;
  }

  @Override
  public Verdict response(FullHttpResponse response) {
    if (response.decoderResult().isFailure()) {
      return new Verdict.Later(Cause.of(ExportError.PROTOCOL, "no HTTP in the response"), 0);
    }
    int status = response.status().code();
    try {
      if (response.status().codeClass() == HttpStatusClass.SUCCESS) {
        return accepted(response);
      }
      return switch (status) {
        case 429, 502, 503, 504 ->
            new Verdict.Later(
                Cause.http(status),
                RetryAfter.nanos(response.headers().get(HttpHeaderNames.RETRY_AFTER), clock));
        default -> new Verdict.Refused(Cause.http(status), message(response));
      };
    } catch (TooLargeException e) {
      return tooLarge(String.valueOf(e.getMessage()));
    }
  }

  /** No response has come, or not all of it: as if the connection were lost. */
  @Override
  public Verdict reset(long errorCode) {
    return new Verdict.Later(
        Cause.of(ExportError.PROTOCOL, "the stream was reset, HTTP/2 error " + errorCode), 0);
  }

  @Override
  public Verdict tooLarge(String cause) {
    return new Verdict.Refused(Cause.of(ExportError.RESPONSE_TOO_LARGE, cause), "");
  }

  /** What cannot be read of a success is still a success. */
  private Verdict accepted(FullHttpResponse response) throws TooLargeException {
    var status = new ResponseStatus.Http(response.status().code());
    try {
      ByteBuf content = content(response);
      Notice partial =
          isJson(response)
              ? JsonResponseBody.partialSuccess(content)
              : ResponseBody.partialSuccess(content);
      return new Verdict.Accepted(Math.max(0, partial.number()), partial.message(), status);
    } catch (MalformedException e) {
      return new Verdict.Accepted(0, "unreadable response: " + e.getMessage(), status);
    }
  }

  private String message(FullHttpResponse response) throws TooLargeException {
    ByteBuf content;
    try {
      content = content(response);
    } catch (MalformedException e) {
      return "";
    }
    try {
      Notice status =
          isJson(response)
              ? JsonResponseBody.status(content)
              : ResponseBody.status(content.duplicate());
      String message = status.message();
      if (message != null) {
        return message;
      }
    } catch (MalformedException e) {
      // Not a Status: proxies answer in plain text.
    }
    return Printable.of(content);
  }

  private boolean isJson(FullHttpResponse response) {
    CharSequence type = HttpUtil.getMimeType(response);
    return type == null ? isJson : HttpHeaderValues.APPLICATION_JSON.contentEqualsIgnoreCase(type);
  }

  private ByteBuf content(FullHttpResponse response) throws MalformedException, TooLargeException {
    ByteBuf content = response.content();
    if (!content.isReadable()) {
      return Unpooled.EMPTY_BUFFER;
    }
    String encoding = response.headers().get(HttpHeaderNames.CONTENT_ENCODING);
    return encoding != null && HttpHeaderValues.GZIP.contentEqualsIgnoreCase(encoding.strip())
        ? Gunzip.of(content, maxResponseBytes)
        : content;
  }
}

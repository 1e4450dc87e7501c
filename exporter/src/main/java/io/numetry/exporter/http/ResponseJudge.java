package io.numetry.exporter.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpStatusClass;
import io.numetry.exporter.http.ResponseBody.MalformedException;
import io.numetry.exporter.http.ResponseBody.Notice;
import java.time.InstantSource;

/** Tells from a response what becomes of the frame, by the OTLP specification's "Failures". */
final class ResponseJudge {
  private final InstantSource clock;

  ResponseJudge(InstantSource clock) {
    this.clock = clock;
  }

  Verdict judge(FullHttpResponse response) {
    if (response.decoderResult().isFailure()) {
      return new Verdict.Later("no HTTP in the response", 0);
    }
    int status = response.status().code();
    if (response.status().codeClass() == HttpStatusClass.SUCCESS) {
      return accepted(response);
    }
    return switch (status) {
      case 429, 502, 503, 504 ->
          new Verdict.Later(
              "HTTP status " + status,
              RetryAfter.nanos(response.headers().get(HttpHeaderNames.RETRY_AFTER), clock));
      default -> new Verdict.Refused("HTTP status " + status, message(response));
    };
  }

  /** What cannot be read of a success is still a success. */
  private static Verdict accepted(FullHttpResponse response) {
    try {
      Notice partial = ResponseBody.partialSuccess(response.content());
      return new Verdict.Accepted(Math.max(0, partial.number()), partial.message());
    } catch (MalformedException e) {
      return new Verdict.Accepted(0, "unreadable response: " + e.getMessage());
    }
  }

  private static String message(FullHttpResponse response) {
    int start = response.content().readerIndex();
    try {
      String message = ResponseBody.status(response.content()).message();
      if (message != null) {
        return message;
      }
    } catch (MalformedException e) {
      // Not a Status: proxies answer in plain text.
    }
    response.content().readerIndex(start);
    return ResponseBody.printable(response.content());
  }
}

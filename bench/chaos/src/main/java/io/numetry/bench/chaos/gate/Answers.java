package io.numetry.bench.chaos.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.rpc.Status;
import io.numetry.bench.chaos.plan.FaultSequence;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What an HTTP destination may say, byte by byte. */
final class Answers {
  private static final int[] LATER = {429, 502, 503, 504};

  private final FaultSequence sequence;
  private final int tooLargeBytes;

  Answers(FaultSequence sequence, int tooLargeBytes) {
    this.sequence = sequence;
    this.tooLargeBytes = tooLargeBytes;
  }

  byte[] later(boolean tellsWhen) {
    int status = LATER[sequence.choice(LATER.length)];
    return answer(status, tellsWhen ? "Retry-After: " + when() + "\r\n" : "", new byte[0]);
  }

  /** In seconds, or as a date. */
  private String when() {
    return sequence.choice(2) == 0
        ? Integer.toString(sequence.choice(2))
        : ZonedDateTime.now(ZoneOffset.UTC)
            .plusSeconds(1)
            .format(DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  byte[] refused() {
    return answer(
        400, "", Status.newBuilder().setCode(3).setMessage("not these").build().toByteArray());
  }

  /** The head of it and no more: it tells the length. */
  byte[] tooLarge() {
    return head(200, "", tooLargeBytes);
  }

  byte[] partial(long rejected) {
    return answer(200, "", partialSuccess(rejected).toByteArray());
  }

  static ExportMetricsServiceResponse partialSuccess(long rejected) {
    return ExportMetricsServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportMetricsPartialSuccess.newBuilder()
                .setRejectedDataPoints(rejected)
                .setErrorMessage("some of them"))
        .build();
  }

  /** A length that goes beyond the end. */
  static byte[] brokenProtobuf() {
    return new byte[] {0x0a, 0x7f, 0x08, 0x01};
  }

  byte[] badBody() {
    return answer(200, "", brokenProtobuf());
  }

  private static byte[] answer(int status, String headers, byte[] body) {
    byte[] head = head(status, headers, body.length);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private static byte[] head(int status, String headers, int contentLength) {
    return ("HTTP/1.1 "
            + status
            + " Said\r\nContent-Type: application/x-protobuf\r\nContent-Length: "
            + contentLength
            + "\r\n"
            + headers
            + "\r\n")
        .getBytes(US_ASCII);
  }
}

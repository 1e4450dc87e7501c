package io.numetry.exporter.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.numetry.exporter.body.Printable;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.Verdict;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrpcJudgeTest {
  private final GrpcJudge judge = new GrpcJudge(1000, true);

  private static DefaultFullHttpResponse response(byte[] body, String... trailers) {
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(body));
    for (int i = 0; i < trailers.length; i += 2) {
      response.trailingHeaders().set(trailers[i], trailers[i + 1]);
    }
    return response;
  }

  private static byte[] exhausted() {
    return com.google.rpc.Status.newBuilder()
        .setCode(8)
        .addDetails(
            Any.pack(
                RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(2)).build()))
        .build()
        .toByteArray();
  }

  @Test
  void shouldReadDetailsWithPaddingAndWithout() {
    for (Base64.Encoder base64 :
        new Base64.Encoder[] {Base64.getEncoder(), Base64.getEncoder().withoutPadding()}) {
      assertThat(
              judge.response(
                  response(
                      new byte[0],
                      "grpc-status",
                      "8",
                      "grpc-status-details-bin",
                      base64.encodeToString(exhausted()))))
          .isEqualTo(
              new Verdict.Throttled(
                  Cause.grpc("RESOURCE_EXHAUSTED", "gRPC status RESOURCE_EXHAUSTED (8)"),
                  2_000_000_000));
    }
  }

  @Test
  void shouldPreferTheTrailersStatus() {
    var response = response(new byte[0], "grpc-status", "14");
    response.headers().set("grpc-status", "0");
    assertThat(judge.response(response)).isInstanceOf(Verdict.Later.class);
  }

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "%73p%C3%A4%C5%A5, späť",
    "100%, 100%",
    "%4, %4",
    "%zz, %zz",
    "%%41, %A",
    "a%0Ab, 'a\nb'",
  })
  void shouldDecodeMessages(String encoded, String message) {
    assertThat(GrpcMessage.decode(encoded)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({
    "0.000000001, 1n",
    "0.099999999, 99999999n",
    "0.1, 100000u",
    "10, 10000000u",
    "99.999999, 99999999u",
    "100, 100000m",
    "99999.999, 99999999m",
    "100000, 100000S",
    "2147483.647, 2147484S",
  })
  void shouldWriteTimeoutsOfEightDigits(double seconds, String header) {
    assertThat(GrpcTimeout.of(java.time.Duration.ofNanos(Math.round(seconds * 1e9))))
        .isEqualTo(header);
  }

  /** 50,000 cases of headers and bodies by chance: always a verdict, always fit for a log. */
  @Test
  void shouldJudgeAnything() {
    long seed = Long.getLong("numetry.test.seed", System.nanoTime());
    System.out.println("gRPC responses: -Dnumetry.test.seed=" + seed);
    var random = new Random(seed);
    byte[] details = exhausted();
    int throttled = 0;
    for (int turn = 0; turn < 50_000; turn++) {
      byte[] body = new byte[random.nextInt(12)];
      random.nextBytes(body);
      if (body.length > 0) {
        body[0] &= 1;
      }
      byte[] damaged = details.clone();
      if (random.nextBoolean()) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      String message =
          random
              .ints(random.nextInt(20), '!', '~')
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      var response =
          response(
              body,
              "grpc-status",
              Integer.toString(random.nextInt(20) - 1),
              "grpc-message",
              message,
              "grpc-status-details-bin",
              Base64.getEncoder().encodeToString(damaged));
      response
          .headers()
          .set(
              "grpc-encoding",
              switch (random.nextInt(3)) {
                case 0 -> "gzip";
                case 1 -> "zstd";
                default -> message;
              });
      Verdict verdict = judge.response(response);
      String text =
          switch (verdict) {
            case Verdict.Accepted accepted -> String.valueOf(accepted.message());
            case Verdict.Refused refused -> refused.cause().text() + refused.message();
            case Verdict.Later later -> later.cause().text();
            case Verdict.Throttled slow -> {
              throttled++;
              assertThat(slow.delayNanos()).isNotNegative();
              yield slow.cause().text();
            }
          };
      assertThat(text.codePoints().noneMatch(Character::isISOControl))
          .as("seed %d turn %d: %s", seed, turn, text)
          .isTrue();
      assertThat(text.codePointCount(0, text.length()))
          .isLessThanOrEqualTo(Printable.MAX_CHARACTERS + 60);
    }
    assertThat(throttled).isPositive();
  }
}

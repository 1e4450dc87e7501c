package io.numetry.exporter.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.numetry.exporter.body.ResponseBody.Notice;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBodyTest {

  private static ByteBuf body(byte... bytes) {
    return Unpooled.wrappedBuffer(bytes);
  }

  private static ExportMetricsServiceResponse response(long rejected, String message) {
    return ExportMetricsServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportMetricsPartialSuccess.newBuilder()
                .setRejectedDataPoints(rejected)
                .setErrorMessage(message))
        .build();
  }

  @Test
  void shouldReadPartialSuccess() throws MalformedException {
    for (long rejected : new long[] {0, 1, 300, Long.MAX_VALUE, -1}) {
      assertThat(ResponseBody.partialSuccess(body(response(rejected, "späť").toByteArray())))
          .isEqualTo(new Notice(rejected, "späť"));
    }
    assertThat(ResponseBody.partialSuccess(body(response(7, "").toByteArray())))
        .isEqualTo(new Notice(7, null));
    assertThat(ResponseBody.partialSuccess(body())).isEqualTo(Notice.NOTHING);
  }

  @Test
  void shouldSkipFieldsItDoesNotKnow() throws MalformedException {
    var unknown =
        UnknownFieldSet.newBuilder()
            .addField(9, UnknownFieldSet.Field.newBuilder().addVarint(-1).build())
            .addField(10, UnknownFieldSet.Field.newBuilder().addFixed32(1).build())
            .addField(11, UnknownFieldSet.Field.newBuilder().addFixed64(1).build())
            .addField(
                2000,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFromUtf8("x"))
                    .build())
            .build();
    var response = response(5, "five");
    var strange =
        response.toBuilder()
            .setUnknownFields(unknown)
            .setPartialSuccess(response.getPartialSuccess().toBuilder().setUnknownFields(unknown))
            .build();
    assertThat(ResponseBody.partialSuccess(body(strange.toByteArray())))
        .isEqualTo(new Notice(5, "five"));
  }

  @Test
  void shouldMakeAMessageFitForALog() {
    String hostile = "line\r\nbreak\tand \u001B[31mred \u202Eright-to-left";
    assertThat(Printable.of(text(hostile))).isEqualTo("line  break and  [31mred  right-to-left");
    assertThat(Printable.of(text("\uD83D\uDE80".repeat(10_000))))
        .isEqualTo("\uD83D\uDE80".repeat(Printable.MAX_CHARACTERS));
    assertThat(Printable.of(text(""))).isEmpty();
  }

  private static ByteBuf text(String text) {
    return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0A",
        "0AFF",
        "0A02",
        "0A0208",
        "0A0B08FFFFFFFFFFFFFFFFFFFF",
        "0AFFFFFFFFFFFFFFFFFF01",
        "0AFFFFFFFF0F",
        "0A031205",
        "00",
        "0B",
        "0C",
        "0E",
        "0F",
        "09",
        "0D01"
      })
  void shouldRefuseWhatIsMalformed(String hex) {
    ByteBuf body = Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
    assertThatThrownBy(() -> ResponseBody.partialSuccess(body))
        .isInstanceOf(MalformedException.class);
  }

  /** Protobuf: a message field that comes several times stands for all its fields together. */
  @Test
  void shouldPutAPartialSuccessTogether() throws MalformedException {
    byte[] first = response(7, "").toByteArray();
    byte[] second = response(0, "too old").toByteArray();
    byte[] none = {10, 0};
    assertThat(ResponseBody.partialSuccess(Unpooled.wrappedBuffer(first, second, none)))
        .isEqualTo(new Notice(7, "too old"));
  }

  /** Cut or altered anywhere, a body gives what protobuf reads in it, or is refused; no more. */
  @Test
  void shouldReadNothingIntoADamagedBody() {
    long seed = Long.getLong("numetry.test.seed", System.nanoTime());
    System.out.println("damaged bodies: -Dnumetry.test.seed=" + seed);
    var random = new Random(seed);
    byte[] whole = response(1_000_000, "some of the points were too old").toByteArray();
    int readable = 0;
    for (int turn = 0; turn < 20_000; turn++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int i = random.nextInt(3); i > 0 && damaged.length > 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Notice notice;
      try {
        notice = ResponseBody.partialSuccess(body(damaged));
      } catch (MalformedException e) {
        continue;
      }
      try {
        var oracle = ExportMetricsServiceResponse.parseFrom(damaged);
        assertThat(notice.number())
            .as("seed %d turn %d", seed, turn)
            .isEqualTo(oracle.getPartialSuccess().getRejectedDataPoints());
        readable++;
      } catch (InvalidProtocolBufferException e) {
        // Protobuf also checks what is skipped here: UTF-8, and end tags.
      }
    }
    assertThat(readable).isPositive();
  }
}

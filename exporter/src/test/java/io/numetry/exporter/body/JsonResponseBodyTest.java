package io.numetry.exporter.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.numetry.exporter.body.ResponseBody.Notice;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonResponseBodyTest {
  private static final int CASES = 50_000;
  private static final long SEED = Long.getLong("numetry.random.seed", System.nanoTime());

  private static final String FULL =
      " {\"other\": [1, -2.5e+3, true, false, null, {\"a\": {}}, [], \"\\u00e9\\n\\\"\"],"
          + " \"partialSuccess\" : {\"rejectedDataPoints\": \"3\", \"more\": 0,"
          + " \"errorMessage\": \"sp\u00e4t \\ud83d\\ude00\"}}\r\n\t";

  private static ByteBuf body(String json) {
    return Unpooled.copiedBuffer(json, UTF_8);
  }

  /** As protobuf's own writer has it. */
  @Test
  void shouldReadWhatProtobufWrites() throws Exception {
    for (long rejected : new long[] {0, 1, 300, Long.MAX_VALUE, Long.MIN_VALUE}) {
      var response =
          ExportMetricsServiceResponse.newBuilder()
              .setPartialSuccess(
                  ExportMetricsPartialSuccess.newBuilder()
                      .setRejectedDataPoints(rejected)
                      .setErrorMessage("late \"\\/ sp\u00e4t"))
              .build();
      assertThat(JsonResponseBody.partialSuccess(body(JsonFormat.printer().print(response))))
          .isEqualTo(new Notice(rejected, "late \"\\/ sp\u00e4t"));
    }
    var status = com.google.rpc.Status.newBuilder().setCode(3).setMessage("no").build();
    assertThat(JsonResponseBody.status(body(JsonFormat.printer().print(status))))
        .isEqualTo(new Notice(3, "no"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|0",
        "null|0",
        "{\"partialSuccess\":{}}|0",
        "{\"partialSuccess\":null}|0",
        "{\"partialSuccess\":{\"rejectedDataPoints\":null,\"errorMessage\":null}}|0",
        "{\"partialSuccess\":{\"rejectedDataPoints\":7}}|7",
        "{\"partialSuccess\":{\"rejectedDataPoints\":\"7\"}}|7",
        "{\"partialSuccess\":{\"rejectedDataPoints\":7.0}}|7",
        "{\"partialSuccess\":{\"rejectedDataPoints\":7e2}}|700",
        "{\"partialSuccess\":{\"rejectedDataPoints\":-0}}|0",
      })
  void shouldReadNumbersInEachNotation(String json, long rejected) throws Exception {
    assertThat(JsonResponseBody.partialSuccess(body(json))).isEqualTo(new Notice(rejected, null));
    var parsed = ExportMetricsServiceResponse.newBuilder();
    if (!json.equals("null")) {
      JsonFormat.parser().merge(json, parsed);
    }
    assertThat(parsed.getPartialSuccess().getRejectedDataPoints()).isEqualTo(rejected);
  }

  @Test
  void shouldSkipWhatItDoesNotKnow() throws Exception {
    assertThat(JsonResponseBody.partialSuccess(body(FULL)))
        .isEqualTo(new Notice(3, "sp\u00e4t \ud83d\ude00"));
    assertThat(JsonResponseBody.partialSuccess(Unpooled.EMPTY_BUFFER)).isEqualTo(Notice.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "{",
        "{}}",
        "{} {}",
        "[]",
        "1",
        "nul",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":1e}",
        "{\"a\":NaN}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"",
        "{\"a\":tru}",
        "{\"partialSuccess\":[]}",
        "{\"partialSuccess\":{\"rejectedDataPoints\":true}}",
        "{\"partialSuccess\":{\"rejectedDataPoints\":1.5}}",
        "{\"partialSuccess\":{\"rejectedDataPoints\":1e999999999}}",
        "{\"partialSuccess\":{\"rejectedDataPoints\":1e-999999999}}",
        "{\"partialSuccess\":{\"rejectedDataPoints\":9223372036854775808}}",
        "{\"partialSuccess\":{\"rejectedDataPoints\":\"seven\"}}",
        "{\"partialSuccess\":{\"errorMessage\":7}}",
      })
  void shouldRefuseWhatIsNone(String json) {
    assertThatThrownBy(() -> JsonResponseBody.partialSuccess(body(json)))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("JSON ");
  }

  @Test
  void shouldRefuseWhatIsNotUtf8() {
    assertThatThrownBy(
            () -> JsonResponseBody.status(Unpooled.wrappedBuffer(new byte[] {'{', (byte) 0xff})))
        .isInstanceOf(MalformedException.class)
        .hasMessage("not UTF-8");
  }

  @Test
  void shouldNestOnlySoDeep() throws Exception {
    for (String[] brackets : new String[][] {{"[", "]"}, {"{\"a\":", "}"}}) {
      int inner = JsonReader.MAX_DEPTH - 1;
      String most = brackets[0].repeat(inner) + "1" + brackets[1].repeat(inner);
      assertThat(JsonResponseBody.status(body("{\"x\":" + most + "}"))).isEqualTo(Notice.NOTHING);
      String more = brackets[0].repeat(100_000);
      assertThatThrownBy(() -> JsonResponseBody.status(body("{\"x\":" + more)))
          .isInstanceOf(MalformedException.class)
          .hasMessageContaining("nests deeper than " + JsonReader.MAX_DEPTH);
    }
  }

  @Test
  void shouldShowMessagesOnOneLineAndCut() throws Exception {
    String message =
        JsonResponseBody.status(
                body("{\"message\":\"a\\nb\\u001b[31m" + "x".repeat(10_000) + "\"}"))
            .message();
    assertThat(message).startsWith("a b [31mx").hasSize(Printable.MAX_CHARACTERS);
  }

  /** Damaged documents are read or refused, and what is read is what protobuf reads, if it does. */
  @Test
  void shouldReadOrRefuseAnything() {
    var random = new Random(SEED);
    for (int i = 0; i < CASES; i++) {
      byte[] damaged = FULL.getBytes(UTF_8);
      for (int change = random.nextInt(4); change >= 0; change--) {
        byte[] pool = "{}[]\":,\\u0e1-.nulltruefalse \u0001\u00ff".getBytes(UTF_8);
        damaged[random.nextInt(damaged.length)] =
            random.nextInt(4) == 0 ? (byte) random.nextInt() : pool[random.nextInt(pool.length)];
      }
      int length = random.nextInt(8) == 0 ? random.nextInt(damaged.length) : damaged.length;
      ByteBuf content = Unpooled.wrappedBuffer(damaged, 0, length);
      try {
        Notice read = JsonResponseBody.partialSuccess(content);
        String text = content.toString(UTF_8);
        var parsed = ExportMetricsServiceResponse.newBuilder();
        JsonFormat.parser().ignoringUnknownFields().merge(text, parsed);
        assertThat(read.number())
            .as("%s, -Dnumetry.random.seed=%s", text, SEED)
            .isEqualTo(parsed.getPartialSuccess().getRejectedDataPoints());
      } catch (MalformedException | InvalidProtocolBufferException e) {
        // refused
      } catch (RuntimeException | Error e) {
        throw new AssertionError("case " + i + ", -Dnumetry.random.seed=" + SEED, e);
      }
    }
  }
}

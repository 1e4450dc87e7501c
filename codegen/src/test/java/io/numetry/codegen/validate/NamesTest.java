package io.numetry.codegen.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "Received, received",
    "BytesOut, bytes_out",
    "HTTPRequests, http_requests",
    "BytesIO, bytes_io",
    "IO, io",
    "P99Latency, p99_latency",
    "Http2Frames, http2_frames",
    "HTTP2Frames, http2_frames",
    "X, x",
    "XYPosition, xy_position",
    "Already_snake, already_snake"
  })
  void shouldSplitWordsWhereTheyStart(String camelCase, String snakeCase) {
    assertThat(Names.snakeCase(camelCase)).isEqualTo(snakeCase);
  }

  @ParameterizedTest
  @CsvSource({
    "gateway, true",
    "gateway.receiver, true",
    "g2.r_, true",
    "gateway.receiver.bytes_out, true",
    "'', false",
    ".gateway, false",
    "gateway., false",
    "gateway..receiver, false",
    "2g, false",
    "gateway.2r, false",
    "_gateway, false",
    "Gateway, false",
    "gateway-receiver, false",
    "gateway receiver, false",
    "gätewäy, false"
  })
  void shouldKnowADottedName(String name, boolean dotted) {
    assertThat(Names.isDotted(name)).isEqualTo(dotted);
  }

  @ParameterizedTest
  @CsvSource({"a_total, a", "a_total_total, a", "total, total", "a_totals, a_totals"})
  void shouldTakeOffTheCountersSuffix(String name, String without) {
    assertThat(Names.withoutTotal(name)).isEqualTo(without);
  }
}

package io.numetry.exporter.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.config.Compression;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedCodingsTest {

  @ParameterizedTest
  @CsvSource({
    "'', false, false",
    "identity, false, false",
    "gzip, true, false",
    "'GZIP , Zstd', true, true",
    "x-gzip, true, false",
    "zstd;q=0.5, false, true",
    "'gzip;q=1.0, zstd;q=0', true, false",
    "'gzip, zstd ; q = 0.000', true, false",
    "'gzip, zstd;q=0.001', true, true",
    "*, true, true",
    "'*;q=0', false, false",
    "'zstd;q=0, *', true, false",
    "'*;q=0, zstd', false, true",
    "', ,,', false, false",
    "'gzip|zstd', true, true",
    "'identity,deflate,gzip', true, false",
  })
  void shouldRead(String fields, boolean gzip, boolean zstd) {
    AcceptedCodings accepted = AcceptedCodings.of(Arrays.asList(fields.split("\\|", -1)));
    assertThat(accepted).isNotNull();
    assertThat(accepted.takes(Compression.GZIP)).isEqualTo(gzip);
    assertThat(accepted.takes(Compression.ZSTD)).isEqualTo(zstd);
    assertThat(accepted.takes(Compression.NONE)).isTrue();
  }

  @Test
  void shouldTellNothingFromAnEmptyList() {
    assertThat(AcceptedCodings.of(List.of())).isNull();
  }

  @Test
  void shouldChooseTheNextThatIsTaken() {
    assertThat(answer(List.of()).insteadOf(Compression.ZSTD)).isEqualTo(Compression.GZIP);
    assertThat(answer(List.of()).insteadOf(Compression.GZIP)).isEqualTo(Compression.NONE);
    assertThat(answer(List.of("gzip")).insteadOf(Compression.ZSTD)).isEqualTo(Compression.GZIP);
    assertThat(answer(List.of("br")).insteadOf(Compression.ZSTD)).isEqualTo(Compression.NONE);
  }

  private static CodingAnswer answer(List<String> fields) {
    return CodingAnswer.of(fields, Compression.ZSTD, true, true);
  }

  @Test
  void shouldGoByTheListWhereThereIsOne() {
    assertThat(CodingAnswer.of(List.of("zstd"), Compression.ZSTD, true, true).refuses()).isFalse();
    assertThat(CodingAnswer.of(List.of("gzip"), Compression.ZSTD, true, false).refuses()).isTrue();
    assertThat(CodingAnswer.of(List.of("gzip"), Compression.ZSTD, false, true).refuses()).isFalse();
    assertThat(CodingAnswer.of(List.of(), Compression.ZSTD, true, false).refuses()).isFalse();
    assertThat(CodingAnswer.of(List.of(), Compression.ZSTD, false, true).refuses()).isTrue();
  }

  @Test
  void shouldFindACodingInWords() {
    Verdict named = new Verdict.Refused(Cause.http(400), "Unsupported coding: ZSTD");
    assertThat(CodingAnswer.isNamed(named, Compression.ZSTD)).isTrue();
    assertThat(CodingAnswer.isNamed(named, Compression.GZIP)).isFalse();
    Verdict later = new Verdict.Later(Cause.connection("zstd"), 0);
    assertThat(CodingAnswer.isNamed(later, Compression.ZSTD)).isFalse();
  }
}

package io.numetry.codegen.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UcumTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "%",
        "s",
        "ms",
        "us",
        "ns",
        "min",
        "h",
        "d",
        "By",
        "KiBy",
        "MiBy",
        "GBy",
        "bit",
        "Mbit/s",
        "By/s",
        "{message}",
        "{message}/s",
        "1/s",
        "/s",
        "Cel",
        "[degF]",
        "m/s2",
        "m.s-2",
        "kg.m2/s2",
        "10*3",
        "10^6",
        "10*-3/ul",
        "(kg/m3)",
        "J/(kg.K)",
        "By{uncompressed}",
        "{HTTP_requests}/min",
        "[ppm]",
        "Ohm",
        "kW.h",
        "das",
        "2.s",
        "s+2",
        "'",
        "{USD}"
      })
  void shouldTakeWhatUcumDoes(String unit) {
    assertThat(Ucum.bareAnnotations(unit)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes", "B", "KB", "sec", "Sec", "S s", "s/", "/", "mm[a]", ".", "s..m", "s//m", "(s",
        "s)", "()", "{", "}", "{}", "{a", "a}", "{a}b", "{a}{b}", "{a{b}}", "s{a}2", "kmin", "k",
        "10*x", "s-", "ss", "mKiBy"
      })
  void shouldRefuseWhatUcumDoesNotTake(String unit) {
    assertThat(Ucum.bareAnnotations(unit)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"{a}, a", "{a}/s, a", "{a}/{b}, a;b", "By{a}, ''", "s, ''", "({a}.s)/m, a"})
  void shouldFindAnnotationsThatStandForAUnit(String unit, String annotations) {
    List<String> expected = annotations.isEmpty() ? List.of() : List.of(annotations.split(";", -1));

    assertThat(Ucum.bareAnnotations(unit)).contains(expected);
  }
}

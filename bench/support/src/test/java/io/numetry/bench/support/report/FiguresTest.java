package io.numetry.bench.support.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 ns",
    "1.244, 1.24 ns",
    "9.996, 10.0 ns",
    "99.96, 100 ns",
    "999.4, 999 ns",
    "999.6, 1.00 µs",
    "12345, 12.3 µs",
    "999600, 1.00 ms",
    "1234567, 1.23 ms",
    "2.5e9, 2.50 s"
  })
  void durationsHaveTheUnitThatSuitsThem(double nanos, String text) {
    assertThat(Figures.nanos(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1.004, 1.00x", "1.5, 1.50x", "9.996, 10.0x", "123.4, 123x"})
  void ratios(double ratio, String text) {
    assertThat(Figures.times(ratio)).isEqualTo(text);
  }

  @Test
  void whatIsMoreThanOneAndWhatIsLess() {
    assertThat(Figures.more(1.254)).isEqualTo("+25 %");
    assertThat(Figures.more(0.9)).isEqualTo("-10 %");
    assertThat(Figures.more(0.999)).isEqualTo("+0 %");
    assertThat(Figures.longer(1.254)).isEqualTo("25 % longer");
    assertThat(Figures.longer(0.9)).isEqualTo("10 % less");
    assertThat(Figures.longer(0.999)).isEqualTo("no longer");
  }
}

package io.numetry.codegen.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringLiteralTest {

  @Test
  void shouldEscapeWhatEndsALiteral() {
    assertThat(StringLiteral.of("a\"b\\c").source()).isEqualTo("\"a\\\"b\\\\c\"");
  }

  @Test
  void shouldBreakAfterBlanks() {
    assertThat(StringLiteral.of("one two three").pieces(10, 12))
        .containsExactly("\"one two \"", "\"three\"");
  }

  @Test
  void shouldBreakAWordThatIsTooLong() {
    assertThat(StringLiteral.of("abcdefghij kl").pieces(6, 7))
        .containsExactly("\"abcd\"", "\"efghi\"", "\"j kl\"");
  }

  @Test
  void shouldBreakNeitherEscapesNorSurrogatePairs() {
    assertThat(StringLiteral.of("abc\\\\😀😀").pieces(6, 6))
        .containsExactly("\"abc\"", "\"\\\\\\\\\"", "\"😀😀\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", "one two three four five", "  x   y  ", "\\ \" \\"})
  void shouldLoseNothing(String text) {
    String joined = String.join("", StringLiteral.of(text).pieces(8, 6)).replace("\"\"", "");

    assertThat("\"" + joined.replaceAll("^\"|\"$", "") + "\"")
        .isEqualTo(StringLiteral.of(text).source());
  }
}

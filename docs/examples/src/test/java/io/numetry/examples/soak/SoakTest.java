package io.numetry.examples.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SoakTest {
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("numetry.soak.seconds", 20));

  /** Whether memory stays flat takes longer to see: scripts/soak. */
  @Test
  void totalsAreExactAndNativeMemoryComesBack() throws Exception {
    SoakResult result = Soak.run(TIME);
    assertThat(result.totals().isExact()).as(result.totals().table()).isTrue();
    assertThat(result.totals().recorded()).isGreaterThan(1_000_000);
    assertThat(result.sessions()).isGreaterThan(1_000);
    assertThat(result.after()).isEqualTo(result.before());
  }
}

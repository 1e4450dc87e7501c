package io.numetry.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short run; scripts/chaos makes longer ones. */
class ChaosTest {
  private static final long SEED = Long.getLong("numetry.random.seed", 1);
  private static final Duration SHORT = Duration.ofSeconds(25);

  @Test
  void everyPointIsAccountedFor() throws Exception {
    var options = new ChaosOptions(SEED, SHORT, ChaosOptions.collectorOfEnvironment());
    ChaosResult result = ChaosRun.run(options, System.err::println);
    result.lines().forEach(System.err::println);
    assertThat(result.findings())
        .as("again with -Dnumetry.random.seed=%d, or scripts/chaos --seed %d", SEED, SEED)
        .isEmpty();
  }

  private static ChaosOptions parse(String... arguments) {
    return ChaosOptions.parse(arguments);
  }

  @Test
  void optionsAreReadAndMisuseIsNamed() {
    assertThat(parse("--seed", "-5", "--minutes", "2"))
        .isEqualTo(
            new ChaosOptions(-5, Duration.ofMinutes(2), ChaosOptions.collectorOfEnvironment()));
    assertThat(parse().duration()).isEqualTo(Duration.ofMinutes(3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--minutes", "0"))
        .withMessage("--minutes=0, write a whole number from 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--seed"))
        .withMessage("--seed=, write a whole number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--hours", "1"))
        .withMessageStartingWith("--hours is no option; write [--seed N]");
  }
}

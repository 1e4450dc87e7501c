package io.numetry.exporter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.MemoryLedger;
import io.numetry.numa.MemoryTag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/** What holds after every test of delivery, whatever happened in it: nothing is left. */
public abstract class DeliveryChecks {
  private static final LeakCheck LEAKS = new LeakCheck();

  /** What the product logs during a test. */
  protected final LogCapture log = new LogCapture();

  @AfterEach
  void everythingIsGivenBack() {
    log.close();
    assertThat(MemoryLedger.balance(new MemoryTag("frame")))
        .isEqualTo(MemoryLedger.Balance.NOTHING);
    assertThat(MemoryLedger.balance(new MemoryTag("template")))
        .isEqualTo(MemoryLedger.Balance.NOTHING);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(
            name ->
                name.contains("otlp-sender")
                    || name.contains("otlp-resolver")
                    || name.contains("globalEventExecutor"));
  }

  @AfterAll
  static void noBufferLeaks() {
    assertThat(LEAKS.leaks()).isEmpty();
  }
}

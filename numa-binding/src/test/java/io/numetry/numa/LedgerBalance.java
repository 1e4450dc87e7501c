package io.numetry.numa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that leaves native memory behind. */
final class LedgerBalance implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(MemoryLedger.snapshot()).as("native memory left behind").isEmpty();
  }
}

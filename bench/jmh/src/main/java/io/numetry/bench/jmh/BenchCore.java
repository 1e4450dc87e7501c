package io.numetry.bench.jmh;

import io.numetry.bank.Bank;
import io.numetry.bench.support.Banks;
import io.numetry.core.TelemetryCore;
import io.numetry.registry.CoreChannel;
import io.numetry.registry.CoreIdentity;
import io.numetry.registry.SetCatalog;
import io.numetry.view.Views;
import java.util.OptionalInt;

/** A core of the calling thread, which nobody drains but the benchmark itself. */
final class BenchCore {
  /** Room for 10,000 sets of one cache line. */
  private static final long HALF_BYTES = 32 * Banks.SMALLEST_HALF_BYTES;

  final Bank bank = Banks.reserve(HALF_BYTES);
  final CoreChannel channel;
  final TelemetryCore core;

  BenchCore() {
    var identity =
        new CoreIdentity("bench", OptionalInt.empty(), bank.node(), Thread.currentThread());
    channel = new CoreChannel(identity, bank);
    core = new TelemetryCore(channel, new SetCatalog(Views.NONE), null, () -> {});
  }
}

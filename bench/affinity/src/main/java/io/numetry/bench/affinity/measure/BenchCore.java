package io.numetry.bench.affinity.measure;

import io.numetry.bank.Bank;
import io.numetry.bank.BankDescriptor;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.NumaSystem;
import io.numetry.registry.CoreChannel;
import io.numetry.registry.CoreIdentity;
import io.numetry.registry.SetCatalog;
import io.numetry.view.Views;
import java.util.OptionalInt;

/** A core of the calling thread without telemetry around it: the bench asks for flips itself. */
final class BenchCore implements AutoCloseable {

  /** Marks and alignment come on top of cells. */
  private static final double MARKS = 8.0 / 7;

  final Bank bank;
  final CoreChannel channel;
  final TelemetryCore core;

  /**
   * @param cpu that the calling thread is pinned to
   * @param node of its bank
   * @param cellBytes that its sets will need
   */
  BenchCore(NumaSystem numa, int cpu, int node, long cellBytes) {
    this.bank = Bank.reserve(numa, node, halfBytes(cellBytes));
    var identity = new CoreIdentity("bench", OptionalInt.of(cpu), node, Thread.currentThread());
    this.channel = new CoreChannel(identity, bank);
    this.core = new TelemetryCore(channel, new SetCatalog(Views.NONE), null, () -> {});
  }

  private static long halfBytes(long cellBytes) {
    long granule = BankDescriptor.HALF_GRANULE_BYTES;
    long granules = (long) Math.ceil(cellBytes * MARKS / granule);
    return (granules + 2) * granule;
  }

  /** Ends the core, and gives its pages back at once. */
  @Override
  public void close() {
    core.close();
    bank.retire();
  }
}

package io.numetry.bench.jmh.record;

import io.numetry.aggregate.DrainDoor;
import io.numetry.bank.Bank;
import io.numetry.bench.support.Banks;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.NumaSystem;
import io.numetry.registry.CoreChannel;
import io.numetry.registry.CoreIdentity;
import io.numetry.registry.SetCatalog;
import io.numetry.schema.Temporality;
import io.numetry.view.Views;
import io.numetry.window.Column;
import java.util.OptionalInt;

/** A core of the calling thread with one generated metric set. */
final class NumetryMeters {
  final RecordMetricsSet set;
  private final TelemetryCore core;
  private final DrainDoor door;
  private final DrainDoor.Core drain;

  NumetryMeters() {
    Bank bank = Banks.reserve(Banks.SMALLEST_HALF_BYTES);
    var identity =
        new CoreIdentity("bench", OptionalInt.empty(), bank.node(), Thread.currentThread());
    var channel = new CoreChannel(identity, bank);
    core = new TelemetryCore(channel, new SetCatalog(Views.NONE), null, () -> {});
    set = core.register(RecordMetricsSet.TYPE);
    door = new DrainDoor(NumaSystem.system(), Temporality.CUMULATIVE);
    drain = door.admit(channel);
  }

  /** The column of an instrument, after a drain. */
  Column drained(int instrument) {
    drain.ask();
    core.poll();
    drain.tryDrain();
    return door.column(RecordMetricsSet.TYPE.descriptor(), instrument);
  }
}

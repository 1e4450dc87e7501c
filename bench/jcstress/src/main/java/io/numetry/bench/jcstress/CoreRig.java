package io.numetry.bench.jcstress;

import io.numetry.aggregate.DrainDoor;
import io.numetry.bank.Bank;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.NumaSystem;
import io.numetry.registry.CoreChannel;
import io.numetry.registry.CoreIdentity;
import io.numetry.registry.SetCatalog;
import io.numetry.schema.Temporality;
import io.numetry.view.Views;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A whole core and its drain into a node bank, as a node aggregator has it. */
final class CoreRig {
  /** One for all samples, as a process has one: nodes know sets by its answers. */
  private static final SetCatalog CATALOG = new SetCatalog(Views.NONE);

  private static final ConcurrentLinkedQueue<DrainDoor> FREE_NODES = new ConcurrentLinkedQueue<>();

  final TelemetryCore core;
  final DrainDoor.Core drain;
  final DrainDoor node;
  private final Bank bank;
  private final CoreChannel channel;

  /**
   * @param owner may register and close; need not be the one that records
   */
  CoreRig(Thread owner) {
    DrainDoor used = FREE_NODES.poll();
    node = used == null ? new DrainDoor(NumaSystem.system(), Temporality.DELTA) : used;
    bank = BankPool.take();
    var identity = new CoreIdentity("stress", OptionalInt.empty(), bank.node(), owner);
    channel = new CoreChannel(identity, bank);
    core = new TelemetryCore(channel, CATALOG, null, () -> {});
    drain = node.admit(channel);
  }

  /** Where the one registered set lies. */
  long onlySlot() {
    return channel.liveSets().iterator().next().slotOffset();
  }

  /** One round of the aggregator, given up after so many looks. */
  boolean collect(int looks) {
    drain.ask();
    for (int i = 0; i < looks; i++) {
      if (drain.tryDrain() >= 0) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /** Drains all that is left; for when the owner is closed or dead. */
  void finish() {
    for (int round = 0; !drain.isFinished(); round++) {
      if (!collect(1) || round > 2) {
        throw new IllegalStateException("ended, yet not to be drained: round=" + round);
      }
    }
  }

  void giveBack() {
    node.exported();
    FREE_NODES.add(node);
    BankPool.giveBack(bank);
  }
}

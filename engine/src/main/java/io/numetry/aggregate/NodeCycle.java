package io.numetry.aggregate;

import io.numetry.core.TelemetryCore;
import io.numetry.registry.CoreChannel;
import io.numetry.relay.PartialSums;
import io.numetry.self.AggregatorMetricsSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One node's collections: takes in what cores and other nodes hand over, and hands windows to the
 * exporters.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class NodeCycle {
  private static final System.Logger LOG = System.getLogger(NodeCycle.class.getName());

  private final AggregatorOptions options;
  private final WallClock clock;
  private final NodeBank bank;
  private final List<NodeReader> readers;
  private final CyclePulse pulse;
  private final NodeCores cores;
  private final List<PartialReader> partials = new ArrayList<>();
  private final List<NodeReader> deferred = new ArrayList<>();
  private final AggregatorMetricsSet metrics;
  private final @Nullable HostMetrics host;
  private final PlacementWatch placement;

  /**
   * @param isRoot true on the one node that speaks for the process
   * @param pulse told of each cycle
   */
  NodeCycle(
      AggregatorOptions options,
      WallClock clock,
      NodeBank bank,
      List<NodeReader> readers,
      TelemetryCore ownCore,
      boolean isRoot,
      CyclePulse pulse) {
    this.options = options;
    this.clock = clock;
    this.bank = bank;
    this.readers = List.copyOf(readers);
    this.metrics = ownCore.register(AggregatorMetricsSet.TYPE);
    this.cores = new NodeCores(ownCore);
    this.pulse = pulse;
    pulse.begin(cores::notPolling);
    this.host =
        options.hostPeriodNanos().isPresent()
            ? new HostMetrics(
                HostMetrics.ROOT,
                options.node(),
                isRoot,
                options.hostPeriodNanos().getAsLong(),
                ownCore)
            : null;
    this.placement =
        new PlacementWatch(options.placement(), isRoot, options.hostPeriodNanos(), ownCore);
  }

  void admit(CoreChannel core) {
    boolean own = core.identity().owner() == Thread.currentThread();
    var drain = new CoreDrain(core, bank, own);
    cores.add(drain);
    if (host != null) {
      host.watch(drain);
    }
  }

  /** The root: another node's partial sums come this way. */
  void admit(PartialSums sums) {
    partials.add(new PartialReader(sums, bank));
  }

  /** Takes in what other nodes have handed over by now. */
  void takePartials() {
    for (int i = 0; i < partials.size(); i++) {
      long bytes = partials.get(i).take();
      if (bytes > 0) {
        metrics.addRelayed(bytes);
      }
    }
  }

  /**
   * Has the cores flip and drains them.
   *
   * @return true if all that poll did in time
   */
  boolean collect() {
    readHost();
    placement.collect();
    long startNanoTime = System.nanoTime();
    long halvesBefore = cores.halvesDrained();
    long cellsBefore = cores.cellsMerged();
    boolean all = cores.collect(options.patienceNanos());
    takePartials();
    metrics.recordDrainDuration((System.nanoTime() - startNanoTime) * 1e-9);
    metrics.addHalvesDrained(cores.halvesDrained() - halvesBefore);
    metrics.addCellsMerged(cores.cellsMerged() - cellsBefore);
    metrics.setSeries(bank.seriesCount());
    metrics.setCores(cores.size());
    metrics.addCycles(1);
    pulse.ended(cores.size());
    return all;
  }

  private void readHost() {
    if (host != null) {
      host.readIfDue();
    }
  }

  /**
   * Hands out windows.
   *
   * @param regular true if it is the turn of all readers but those on demand
   * @param awaited whose readers' turn it is in any case
   * @return the readers whose exporters could not take their windows now; until the next export
   */
  List<NodeReader> export(boolean regular, List<FlushRequest> awaited) {
    deferred.clear();
    for (int i = 0; i < readers.size(); i++) {
      NodeReader reader = readers.get(i);
      if ((regular && !reader.isOnDemand()) || isAwaited(reader, awaited)) {
        if (reader.tryExport(clock.unixNanos())) {
          metrics.addExports(1);
        } else {
          metrics.addExportsDeferred(1);
          deferred.add(reader);
        }
      }
    }
    return deferred;
  }

  private static boolean isAwaited(NodeReader reader, List<FlushRequest> awaited) {
    for (int i = 0; i < awaited.size(); i++) {
      if (awaited.get(i).concerns(reader)) {
        return true;
      }
    }
    return false;
  }

  void failed() {
    metrics.addErrors(1);
  }

  /**
   * The final collection: half of the time is for the cores, the rest for the exporters.
   *
   * @return true if every exporter took its last values
   */
  boolean finish(long deadlineNanoTime) {
    try {
      readHost();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "host metrics: the last reading broke off", e);
    }
    cores.close((deadlineNanoTime - System.nanoTime()) / 2);
    partials.forEach(PartialReader::close);
    cores.closeOwn();
    List<NodeReader> left = new ArrayList<>(readers);
    left.removeIf(NodeReader::isOnDemand);
    while (!left.isEmpty()) {
      left.removeIf(reader -> reader.tryExport(clock.unixNanos()));
      if (System.nanoTime() - deadlineNanoTime >= 0) {
        break;
      }
      if (!left.isEmpty()) {
        LockSupport.parkNanos(NodeAggregator.RETRY_NANOS);
      }
    }
    if (!left.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "node {0}: {1} exporters could not take their last values before the shutdown''s deadline",
          options.node(),
          left.size());
    }
    readers.forEach(NodeReader::close);
    bank.close();
    return left.isEmpty();
  }
}

package io.numetry.aggregate;

import io.numetry.core.TelemetryCore;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.PlacementException;
import io.numetry.numa.ThreadPin;
import io.numetry.registry.CoreChannel;
import io.numetry.self.AggregatorMetricsSet;
import io.numetry.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The agent of one NUMA node: each interval it has the node's cores flip, drains them into the node
 * bank, and hands the windows to the exporters.
 *
 * <p>It runs on a thread of its own, on the node's CPUs. Other threads reach it through {@link
 * #coreOpened}, {@link #flush} and {@link #shutDown} only.
 */
public final class NodeAggregator {
  /** Windows of the node: columns of values. */
  public static final MemoryTag NODE_BANK_TAG = new MemoryTag("node-bank");

  private static final System.Logger LOG = System.getLogger(NodeAggregator.class.getName());
  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final AggregatorOptions options;
  private final List<MetricExporter> exporters;
  private final Function<NodeAggregator, TelemetryCore> openOwnCore;
  private final Thread thread;
  private final Queue<CoreChannel> openedCores = new ConcurrentLinkedQueue<>();
  private final Queue<FlushRequest> flushRequests = new ConcurrentLinkedQueue<>();
  private volatile boolean shuttingDown;
  private volatile long shutdownDeadlineNanoTime;

  /**
   * @param exporters one reader each
   * @param openOwnCore opens a floating core on this node for the calling thread, the aggregator's,
   *     and tells {@link #coreOpened} of it
   */
  public NodeAggregator(
      AggregatorOptions options,
      List<MetricExporter> exporters,
      Function<NodeAggregator, TelemetryCore> openOwnCore) {
    this.options = options;
    this.exporters = List.copyOf(exporters);
    this.openOwnCore = openOwnCore;
    this.thread = new Thread(this::run, "numetry-node-" + options.node());
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Any thread: a core was opened on this node. */
  public void coreOpened(CoreChannel channel) {
    openedCores.add(channel);
  }

  /**
   * Any thread: collects at once, and again until every core that polls has been drained and every
   * exporter has taken its window.
   *
   * @return completes with false if the time ran out first, or the aggregator shuts down
   */
  public CompletableFuture<Boolean> flush(long timeoutNanos) {
    var request = new FlushRequest(System.nanoTime() + timeoutNanos);
    flushRequests.add(request);
    if (!thread.isAlive()) {
      completeFlushes(false);
    }
    LockSupport.unpark(thread);
    return request.done();
  }

  /** Any thread: asks for the final collection; {@link #join} waits for it. */
  public void shutDown(long timeoutNanos) {
    shutdownDeadlineNanoTime = System.nanoTime() + timeoutNanos;
    shuttingDown = true;
    LockSupport.unpark(thread);
  }

  /**
   * Waits for the end of the aggregator's thread.
   *
   * @return false if it has not ended in time
   */
  public boolean join(long timeoutNanos) throws InterruptedException {
    return thread.join(Duration.ofNanos(timeoutNanos));
  }

  @Override
  public String toString() {
    return "aggregator of node " + options.node();
  }

  private void run() {
    @Nullable ThreadPin pin = pin();
    try {
      new Work().run();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "aggregator of node " + options.node() + " has ended", e);
    } finally {
      completeFlushes(false);
      if (pin != null) {
        pin.close();
      }
    }
  }

  private @Nullable ThreadPin pin() {
    try {
      return options.numa().pinCurrentThread(options.cpus());
    } catch (PlacementException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "aggregator of node {0} runs unpinned: {1}",
          options.node(),
          e.getMessage());
      return null;
    }
  }

  private void completeFlushes(boolean everything) {
    for (FlushRequest r = flushRequests.poll(); r != null; r = flushRequests.poll()) {
      r.complete(everything);
    }
  }

  private NodeMemory reserveOnNode(long bytes, MemoryTag tag) {
    return options.numa().reserve(options.node(), bytes, tag);
  }

  /** What only the aggregator's thread touches. */
  private final class Work {
    private final WallClock clock = new WallClock();
    private final List<NodeReader> readers = new ArrayList<>();
    private final List<FlushRequest> pendingFlushes = new ArrayList<>();
    private final NodeBank nodeBank;
    private final NodeCores cores;
    private final TelemetryCore ownCore;
    private final AggregatorMetricsSet metrics;

    Work() {
      List<Window> windows = new ArrayList<>();
      for (MetricExporter exporter : exporters) {
        var window =
            new Window(
                windows.size(),
                exporter::temporality,
                bytes -> reserveOnNode(bytes, NODE_BANK_TAG),
                clock.unixNanos());
        windows.add(window);
        readers.add(new NodeReader(window, exporter.openNode(new Context())));
      }
      nodeBank = new NodeBank(windows, options.maxSeries());
      ownCore = openOwnCore.apply(NodeAggregator.this);
      metrics = ownCore.register(AggregatorMetricsSet.TYPE);
      cores = new NodeCores(ownCore);
    }

    void run() {
      long nextNanoTime = System.nanoTime() + options.intervalNanos();
      while (awaitCycle(nextNanoTime)) {
        long late = System.nanoTime() - nextNanoTime;
        if (late >= 0) {
          nextNanoTime += (late / options.intervalNanos() + 1) * options.intervalNanos();
        }
        cycle();
      }
      finish();
    }

    /**
     * Waits for the next cycle's time, or for a flush.
     *
     * @return false if the aggregator is to shut down
     */
    private boolean awaitCycle(long nextNanoTime) {
      if (!pendingFlushes.isEmpty()) {
        LockSupport.parkNanos(RETRY_NANOS);
        return !shuttingDown;
      }
      while (!shuttingDown && flushRequests.isEmpty()) {
        long left = nextNanoTime - System.nanoTime();
        if (left <= 0) {
          return true;
        }
        LockSupport.parkNanos(left);
      }
      return !shuttingDown;
    }

    private void cycle() {
      for (FlushRequest r = flushRequests.poll(); r != null; r = flushRequests.poll()) {
        pendingFlushes.add(r);
      }
      try {
        boolean drained = collect(options.patienceNanos());
        boolean exported = export();
        metrics.addCycles(1);
        answerFlushes(drained && exported);
      } catch (RuntimeException | OutOfMemoryError e) {
        // What is drained is drained, what is not is tried again: the cycle can begin anew.
        metrics.addErrors(1);
        LOG.log(
            System.Logger.Level.ERROR,
            "collection on node " + options.node() + " broke off; the next one goes on",
            e);
      }
    }

    private boolean collect(long patienceNanos) {
      admitCores();
      long startNanoTime = System.nanoTime();
      long halvesBefore = cores.halvesDrained();
      long cellsBefore = cores.cellsMerged();
      boolean all = cores.collect(patienceNanos);
      metrics.recordDrainDuration((System.nanoTime() - startNanoTime) * 1e-9);
      metrics.addHalvesDrained(cores.halvesDrained() - halvesBefore);
      metrics.addCellsMerged(cores.cellsMerged() - cellsBefore);
      metrics.setSeries(nodeBank.seriesCount());
      metrics.setCores(cores.size());
      return all;
    }

    private boolean export() {
      boolean all = true;
      for (int i = 0; i < readers.size(); i++) {
        if (readers.get(i).tryExport(clock.unixNanos(), nodeBank.windows())) {
          metrics.addExports(1);
        } else {
          metrics.addExportsDeferred(1);
          all = false;
        }
      }
      return all;
    }

    private void answerFlushes(boolean everything) {
      if (!pendingFlushes.isEmpty()) {
        long now = System.nanoTime();
        pendingFlushes.removeIf(
            request -> {
              boolean answered = everything || request.isOver(now);
              if (answered) {
                request.complete(everything);
              }
              return answered;
            });
      }
    }

    private void admitCores() {
      for (CoreChannel c = openedCores.poll(); c != null; c = openedCores.poll()) {
        boolean own = c.identity().owner() == Thread.currentThread();
        cores.add(new CoreDrain(c, nodeBank, own ? AggregationLevel.NODE : options.level()));
      }
    }

    /** The final collection: half of the time is for the cores, the rest for the exporters. */
    private void finish() {
      admitCores();
      cores.close((shutdownDeadlineNanoTime - System.nanoTime()) / 2);
      cores.closeOwn();
      List<NodeReader> left = new ArrayList<>(readers);
      while (!left.isEmpty()) {
        left.removeIf(reader -> reader.tryExport(clock.unixNanos(), nodeBank.windows()));
        if (System.nanoTime() - shutdownDeadlineNanoTime >= 0) {
          break;
        }
        if (!left.isEmpty()) {
          LockSupport.parkNanos(RETRY_NANOS);
        }
      }
      if (!left.isEmpty()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "node {0}: {1} exporters could not take their last values before the shutdown''s deadline",
            options.node(),
            left.size());
      }
      pendingFlushes.forEach(request -> request.complete(left.isEmpty()));
      readers.forEach(NodeReader::close);
      nodeBank.close();
    }
  }

  private final class Context implements NodeContext {
    @Override
    public int node() {
      return options.node();
    }

    @Override
    public NodeMemory reserve(long bytes, MemoryTag tag) {
      return reserveOnNode(bytes, tag);
    }
  }
}

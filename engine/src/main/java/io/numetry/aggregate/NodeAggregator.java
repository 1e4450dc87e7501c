package io.numetry.aggregate;

import io.numetry.core.TelemetryCore;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.health.AggregatorHealth;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.PlacementException;
import io.numetry.registry.CoreChannel;
import io.numetry.relay.PartialSums;
import io.numetry.relay.PartialWriter;
import io.numetry.schema.Temporality;
import io.numetry.window.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
  static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final AggregatorOptions options;
  private final List<MetricExporter> exporters;
  private final @Nullable NodeAggregator root;
  private final Function<NodeAggregator, TelemetryCore> openOwnCore;
  private final Thread thread;
  private final Queue<CoreChannel> openedCores = new ConcurrentLinkedQueue<>();
  private final Queue<PartialSums> openedRelays = new ConcurrentLinkedQueue<>();
  private final Queue<FlushRequest> flushRequests = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
  private final CyclePulse pulse = new CyclePulse();
  private volatile boolean shuttingDown;
  private volatile long shutdownDeadlineNanoTime;

  /**
   * @param exporters one reader each
   * @param root takes the sums of the whole process; null if this aggregator is the root
   * @param openOwnCore opens a floating core on this node for the calling thread, the aggregator's,
   *     and tells {@link #coreOpened} of it
   */
  public NodeAggregator(
      AggregatorOptions options,
      List<MetricExporter> exporters,
      @Nullable NodeAggregator root,
      Function<NodeAggregator, TelemetryCore> openOwnCore) {
    this.options = options;
    this.exporters = List.copyOf(exporters);
    this.root = root;
    this.openOwnCore = openOwnCore;
    this.thread = new Thread(this::run, "numetry-node-" + options.node());
    thread.setDaemon(true);
  }

  /**
   * Starts the aggregator's thread; where its placement is strict, waits for it to be in its place.
   *
   * @throws PlacementException if it cannot be placed as it is to be; the thread has ended then
   */
  public void start() {
    thread.start();
    if (options.placement().canFailToStart()) {
      try {
        started.join();
      } catch (CompletionException e) {
        awaitEnd();
        throw e.getCause() instanceof PlacementException refused
            ? new PlacementException(String.valueOf(refused.getMessage()))
            : e;
      }
    }
  }

  private void awaitEnd() {
    try {
      thread.join(); // on its way out, with nothing to wait for
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Any thread: a core was opened on this node. */
  public void coreOpened(CoreChannel channel) {
    openedCores.add(channel);
  }

  /**
   * Any thread: collects at once, and again until every core that polls has been drained and every
   * exporter has taken its window.
   *
   * @param only waits for this exporter alone; null for all that are not on demand
   * @return completes with false if the time ran out first, or the aggregator shuts down
   */
  public CompletableFuture<Boolean> flush(@Nullable MetricExporter only, long timeoutNanos) {
    var request = new FlushRequest(only, System.nanoTime() + timeoutNanos);
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

  /** Any thread: how it is at the moment. */
  public AggregatorHealth health() {
    return pulse.health(options.node(), thread.isAlive());
  }

  @Override
  public String toString() {
    return "aggregator of node " + options.node();
  }

  private void run() {
    try {
      options.placement().place();
      var work = new Work();
      work.begin();
      started.complete(null);
      work.run();
    } catch (RuntimeException | Error e) {
      if (!started.completeExceptionally(e) || !options.placement().canFailToStart()) {
        LOG.log(
            System.Logger.Level.ERROR, "aggregator of node " + options.node() + " has ended", e);
      }
    } finally {
      completeFlushes(false);
      options.placement().close();
    }
  }

  private void completeFlushes(boolean everything) {
    for (FlushRequest r = flushRequests.poll(); r != null; r = flushRequests.poll()) {
      r.complete(everything);
    }
  }

  private NodeMemory reserveOnNode(long bytes, MemoryTag tag) {
    return options.placement().reserve(bytes, tag);
  }

  /** What only the aggregator's thread touches. */
  private final class Work {
    private final List<FlushRequest> pendingFlushes = new ArrayList<>();
    private final NodeCycle cycle;

    Work() {
      var clock = new WallClock();
      List<Window> windows = new ArrayList<>();
      List<NodeReader> readers = new ArrayList<>();
      for (MetricExporter exporter : exporters) {
        var window =
            new Window(
                windows.size(),
                exporter::temporality,
                false,
                bytes -> reserveOnNode(bytes, NODE_BANK_TAG),
                clock.unixNanos());
        windows.add(window);
        readers.add(new NodeReader(window, exporter, exporter.openNode(new Context())));
      }
      List<Window> relays = root == null ? List.of() : List.of(relay(root, readers, clock));
      var bank = new NodeBank(windows, relays, options.levels(), options.maxSeries());
      TelemetryCore ownCore = openOwnCore.apply(NodeAggregator.this);
      cycle = new NodeCycle(options, clock, bank, readers, ownCore, root == null, pulse);
    }

    private Window relay(NodeAggregator toRoot, List<NodeReader> readers, WallClock clock) {
      var window =
          new Window(
              readers.size(),
              kind -> Temporality.DELTA,
              true,
              bytes -> reserveOnNode(bytes, NODE_BANK_TAG),
              clock.unixNanos());
      var sums =
          new PartialSums(
              bytes -> reserveOnNode(bytes, PartialSums.TAG),
              () -> LockSupport.unpark(toRoot.thread));
      toRoot.openedRelays.add(sums);
      readers.add(new NodeReader(window, null, new PartialWriter(sums)));
      return window;
    }

    /** Looks at what there is, before there is anything to lose. */
    void begin() {
      try {
        options.placement().verifyStart(NODE_BANK_TAG);
      } catch (PlacementException e) {
        cycle.finish(System.nanoTime());
        throw e;
      }
    }

    void run() {
      long nextNanoTime = System.nanoTime() + options.intervalNanos();
      while (awaitCycle(nextNanoTime)) {
        long late = System.nanoTime() - nextNanoTime;
        if (late >= 0) {
          nextNanoTime += (late / options.intervalNanos() + 1) * options.intervalNanos();
        }
        collectAndExport(late >= 0);
      }
      admit();
      boolean all = cycle.finish(shutdownDeadlineNanoTime);
      pendingFlushes.forEach(request -> request.complete(all));
    }

    /**
     * Waits for the next cycle's time, or for a flush; takes in other nodes' sums in the meantime.
     *
     * @return false if the aggregator is to shut down
     */
    private boolean awaitCycle(long nextNanoTime) {
      if (!pendingFlushes.isEmpty()) {
        LockSupport.parkNanos(RETRY_NANOS);
        return !shuttingDown;
      }
      while (!shuttingDown && flushRequests.isEmpty()) {
        takePartials();
        long left = nextNanoTime - System.nanoTime();
        if (left <= 0) {
          return true;
        }
        LockSupport.parkNanos(left);
      }
      return !shuttingDown;
    }

    /**
     * @param regular true if the interval is over, and not only some reader asks
     */
    private void collectAndExport(boolean regular) {
      for (FlushRequest r = flushRequests.poll(); r != null; r = flushRequests.poll()) {
        pendingFlushes.add(r);
      }
      try {
        admit();
        boolean drained = cycle.collect();
        List<NodeReader> deferred = cycle.export(regular, pendingFlushes);
        options.placement().collected();
        answerFlushes(drained, deferred);
      } catch (RuntimeException | OutOfMemoryError e) {
        // What is drained is drained, what is not is tried again: the cycle can begin anew.
        report(e);
      }
    }

    private void takePartials() {
      try {
        admit();
        cycle.takePartials();
      } catch (RuntimeException | OutOfMemoryError e) {
        report(e); // the frame stays full, and is tried again
      }
    }

    private void report(Throwable e) {
      cycle.failed();
      LOG.log(
          System.Logger.Level.ERROR,
          "collection on node " + options.node() + " broke off; the next one goes on",
          e);
    }

    private void answerFlushes(boolean drained, List<NodeReader> deferred) {
      if (!pendingFlushes.isEmpty()) {
        long now = System.nanoTime();
        pendingFlushes.removeIf(
            request -> {
              boolean everything = drained && deferred.stream().noneMatch(request::concerns);
              boolean answered = everything || request.isOver(now);
              if (answered) {
                request.complete(everything);
              }
              return answered;
            });
      }
    }

    private void admit() {
      options.placement().place();
      for (CoreChannel c = openedCores.poll(); c != null; c = openedCores.poll()) {
        cycle.admit(c);
      }
      for (PartialSums s = openedRelays.poll(); s != null; s = openedRelays.poll()) {
        cycle.admit(s);
      }
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

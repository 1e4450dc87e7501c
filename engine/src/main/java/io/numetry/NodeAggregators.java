package io.numetry;

import io.numetry.aggregate.NodeAggregator;
import io.numetry.export.MetricExporter;
import io.numetry.health.AggregatorHealth;
import io.numetry.registry.CoreChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The aggregators of a process, one a NUMA node, each started with its node's first core.
 *
 * <p>Threads: any.
 */
final class NodeAggregators {
  private static final System.Logger LOG = System.getLogger(NodeAggregators.class.getName());

  private final Starter starter;
  private final Map<Integer, NodeAggregator> byNode = new TreeMap<>();

  /** Takes the sums of sets of level process from the others; the first that was started. */
  private @Nullable NodeAggregator root;

  /**
   * Cores that were opened before {@link #begin}; null from then on. Aggregators need every
   * exporter, and an exporter, which may open a core, is started before it is opened on a node.
   */
  private @Nullable List<CoreChannel> heldBack = new ArrayList<>();

  private boolean closed;

  /** Makes and starts a node's aggregator. */
  @FunctionalInterface
  interface Starter {

    /**
     * Starts it.
     *
     * @param root null for the first one
     */
    NodeAggregator start(int node, @Nullable NodeAggregator root);
  }

  NodeAggregators(Starter starter) {
    this.starter = starter;
  }

  /**
   * Gives a core to its node's aggregator.
   *
   * @throws IllegalStateException if they are closed
   * @throws RuntimeException if the node's aggregator cannot be started
   */
  synchronized void coreOpened(CoreChannel channel) {
    requireOpen(channel);
    if (heldBack != null) {
      heldBack.add(channel);
    } else {
      at(channel.identity().node()).coreOpened(channel);
    }
  }

  /**
   * Asks whether cores are taken.
   *
   * @throws IllegalStateException if they are not any more
   */
  synchronized void requireOpen(CoreChannel channel) {
    if (closed) {
      throw new IllegalStateException(
          "core " + channel.identity().name() + ": telemetry is closed");
    }
  }

  /**
   * Exporters are started: from here on aggregators are, those of the cores that are open first.
   */
  synchronized void begin() {
    List<CoreChannel> opened = heldBack;
    while (opened != null && !opened.isEmpty()) {
      CoreChannel channel = opened.getFirst();
      at(channel.identity().node()).coreOpened(channel);
      opened.removeFirst();
    }
    heldBack = null;
  }

  private NodeAggregator at(int node) {
    NodeAggregator running = byNode.get(node);
    if (running == null) {
      running = starter.start(node, root);
      if (root == null) {
        root = running;
      }
      byNode.put(node, running);
    }
    return running;
  }

  List<AggregatorHealth> health() {
    return running().stream().map(NodeAggregator::health).toList();
  }

  private synchronized List<NodeAggregator> running() {
    return List.copyOf(byNode.values());
  }

  /**
   * Collects now.
   *
   * @param only for this exporter; null for all
   * @return false if the time ran out first
   */
  boolean collect(@Nullable MetricExporter only, Deadline deadline) {
    boolean everything = true;
    for (List<NodeAggregator> together : rootLast()) {
      List<CompletableFuture<Boolean>> collections =
          together.stream()
              .map(aggregator -> aggregator.flush(only, deadline.leftNanos()))
              .toList();
      for (CompletableFuture<Boolean> collection : collections) {
        everything &= await(collection, deadline);
      }
    }
    return everything;
  }

  /**
   * No core is taken any more.
   *
   * @return false if that was so before
   */
  synchronized boolean close() {
    boolean first = !closed;
    closed = true;
    return first;
  }

  /** The last collection, then all of them end; whoever comes before the root leaves it half. */
  void shutDown(Deadline deadline) {
    for (List<NodeAggregator> together : rootLast()) {
      Deadline ofThese = together.contains(root) ? deadline : deadline.half();
      together.forEach(aggregator -> aggregator.shutDown(ofThese.leftNanos()));
      together.forEach(aggregator -> join(aggregator, ofThese));
    }
  }

  /** Ends those that run although telemetry does not start; nothing has been recorded yet. */
  void abort() {
    close();
    Deadline now = new Deadline(System.nanoTime());
    running().forEach(aggregator -> aggregator.shutDown(0));
    running().forEach(aggregator -> join(aggregator, now));
  }

  /** Frees the banks that no aggregator has come to know. */
  synchronized void retireHeldBack() {
    if (heldBack != null) {
      heldBack.forEach(channel -> channel.bank().retire());
      heldBack = null;
    }
  }

  /** The nodes hand over to the root, so it comes after them. */
  private synchronized List<List<NodeAggregator>> rootLast() {
    List<NodeAggregator> nodes = new ArrayList<>(byNode.values());
    nodes.remove(root);
    return root == null ? List.of() : List.of(nodes, List.of(root));
  }

  private static void join(NodeAggregator aggregator, Deadline deadline) {
    try {
      if (!aggregator.join(deadline.leftNanos() + Telemetry.JOIN_GRACE_NANOS)) {
        LOG.log(System.Logger.Level.WARNING, "shutdown: {0} did not end in time", aggregator);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean await(CompletableFuture<Boolean> collection, Deadline deadline) {
    try {
      return collection.get(deadline.leftNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new AssertionError("a flush completes with a value", e);
    }
  }
}

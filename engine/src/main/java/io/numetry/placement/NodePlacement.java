package io.numetry.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.MemoryOptions;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.PlacementException;
import io.numetry.numa.ThreadPin;
import io.numetry.numa.placed.PageTally;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadRole;
import io.numetry.numa.placed.ThreadState;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a node's aggregator has to do with placement: its own place, memory of its node, and looking
 * whether the node's threads and pages are still where they were put.
 *
 * <p>Threads: the node's aggregator; {@link #took} and {@link #lastSeen} any.
 */
public final class NodePlacement {
  private static final System.Logger LOG = System.getLogger(Placement.class.getName());

  private final int node;
  private final Placement placement;
  private @Nullable ThreadPlace place;
  private @Nullable CpuSet wantedCpus;
  private int seenVersion;
  private boolean started;
  private int verifiedVersion;
  private boolean toldOfGrowth;
  private volatile @Nullable Seen lastSeen;

  /**
   * What was seen of a node's placement at one moment.
   *
   * @param pages of its banks, its node bank and its encode buffers
   * @param threadsMisplaced its cores' and its aggregator's, and on the lowest node those of
   *     exporters
   */
  public record Seen(PageTally pages, long threadsMisplaced) {}

  NodePlacement(int node, Placement placement) {
    this.node = node;
    this.placement = placement;
  }

  public int node() {
    return node;
  }

  /** True if the aggregator's start is to be waited for, since it can fail. */
  public boolean canFailToStart() {
    return placement.options().isStrict(PlacementSubject.AGGREGATORS)
        || placement.options().isStrict(PlacementSubject.MEMORY);
  }

  /**
   * Puts the calling thread, the aggregator's, where it is to be; again if that has changed since.
   *
   * @throws PlacementException at the first time, if it cannot be there and that is strict
   */
  public void place() {
    int version = placement.pinnedCpus().version();
    if (place != null && version == seenVersion) {
      return;
    }
    seenVersion = version;
    CpuSet cpus = placement.pinnedCpus().ofAggregator(node, placement.numa().topology());
    if (cpus.equals(wantedCpus)) {
      return;
    }
    boolean first = wantedCpus == null;
    wantedCpus = cpus;
    if (place != null) {
      place.close();
    }
    place =
        placement.register(
            ThreadRole.AGGREGATOR, owner(), cpus, OptionalInt.of(node), node, pin(cpus, first), -1);
  }

  private @Nullable ThreadPin pin(CpuSet cpus, boolean first) {
    if (cpus.isEmpty()) {
      return null;
    }
    ThreadRole role = ThreadRole.AGGREGATOR;
    try {
      return placement.pin(PlacementSubject.AGGREGATORS, role, owner(), cpus);
    } catch (PlacementException e) {
      if (first) {
        throw e;
      }
      // It works, and has what cores have recorded.
      placement.refusals().add(Placement.who(role, owner()), e);
      return null;
    }
  }

  /** Reserves memory on the node. */
  public NodeMemory reserve(long bytes, MemoryTag tag) {
    return placement.memory().reserve(node, bytes, tag, MemoryOptions.NONE, owner(), false);
  }

  /** Reserves memory for the aggregator's own bank. */
  public NodeMemory reserveBank(long bytes, MemoryTag tag) {
    return placement
        .memory()
        .reserve(node, bytes, tag, placement.options().bankMemory(), owner(), false);
  }

  /**
   * The aggregator has what it begins with. Where memory is strict, the kernel is asked of all of
   * it, and of a page such as the node bank will grow by.
   *
   * @param probe the tag of the node bank
   * @throws PlacementException if a page is elsewhere
   */
  public void verifyStart(MemoryTag probe) {
    if (placement.options().isStrict(PlacementSubject.MEMORY)) {
      try (NodeMemory page =
          placement.memory().reserve(node, 1, probe, MemoryOptions.NONE, owner(), true)) {
        page.touch(0, 1);
      }
      placement.memory().require(range -> range.owner().equals(owner()));
    }
    started = true;
  }

  /**
   * After a collection: what it has changed is told to others, and looked at where it is strict.
   */
  public void collected() {
    if (started && placement.options().isStrict(PlacementSubject.MEMORY) && !toldOfGrowth) {
      verifyGrowth();
    }
    placement.publish();
  }

  /** What is recorded is worth more than where it lies: the node goes on, and says so. */
  private void verifyGrowth() {
    int version = placement.memory().version();
    if (version == verifiedVersion) {
      return;
    }
    verifiedVersion = version;
    try {
      placement.memory().require(range -> range.owner().equals(owner()));
    } catch (PlacementException e) {
      toldOfGrowth = true;
      LOG.log(
          System.Logger.Level.ERROR,
          "node {0}: memory that was taken since the start is misplaced (told once): {1}",
          node,
          e.getMessage());
    }
  }

  /** Looks at the node's threads and pages. Allocates, and costs system calls. */
  public void look() {
    took(
        placement.threadStates(thread -> placement.nodeOf(thread) == node),
        placement.memory().states(range -> range.node() == node));
  }

  /** Somebody has looked at everything. */
  void took(List<ThreadState> threads, List<RangeState> ranges) {
    PageTally pages = PageTally.NONE;
    for (RangeState range : ranges) {
      if (range.placed().node() == node) {
        pages = pages.plus(range.pages());
      }
    }
    long misplaced =
        threads.stream()
            .filter(thread -> placement.nodeOf(thread.placed()) == node)
            .filter(ThreadState::isMisplaced)
            .count();
    lastSeen = new Seen(pages, misplaced);
  }

  /** What was seen last, whoever looked; null if nobody has. */
  public @Nullable Seen lastSeen() {
    return lastSeen;
  }

  /** Threads of the process that were refused their place so far, and go on unpinned. */
  public long pinsRefused() {
    return placement.refusals().count();
  }

  /** The aggregator's thread ends. */
  public void close() {
    if (place != null) {
      place.close();
      place = null;
    }
    wantedCpus = null; // another aggregator may be started for the node
    started = false;
  }

  private String owner() {
    return "node " + node;
  }
}

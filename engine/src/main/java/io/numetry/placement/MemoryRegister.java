package io.numetry.placement;

import io.numetry.numa.MemoryOptions;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.PageLocations;
import io.numetry.numa.PlacementException;
import io.numetry.numa.placed.PageTally;
import io.numetry.numa.placed.PlacedRange;
import io.numetry.numa.placed.RangeState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** The native memory that is in use, and where its pages are. For any thread. */
final class MemoryRegister {

  private final NumaSystem numa;
  private final Runnable changed;
  private final Set<PlacedMemory> live = new LinkedHashSet<>();

  /** Goes up with each range that comes. */
  private volatile int version;

  /**
   * @param changed told of every change
   */
  MemoryRegister(NumaSystem numa, Runnable changed) {
    this.numa = numa;
    this.changed = changed;
  }

  /**
   * Reserves.
   *
   * @param owner whose it is, in reports
   * @param strict true if what is refused, or comes from another node when touched, is an error
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock of the live ones
  NodeMemory reserve(
      int node, long bytes, MemoryTag tag, MemoryOptions options, String owner, boolean strict) {
    NodeMemory memory = numa.reserve(node, bytes, tag, options);
    PlacedRange range =
        new PlacedRange(
            tag.name(),
            owner,
            node,
            numa.topology().memoryNode(node),
            memory.address(),
            memory.byteSize());
    var placed = new PlacedMemory(memory, range, this, strict);
    if (strict && !memory.shortfalls().isEmpty()) {
      memory.close();
      throw new PlacementException(
          tag.name()
              + " of "
              + owner
              + ": "
              + String.join("; ", placed.shortfalls())
              + "; put that right, or place memory by best effort");
    }
    synchronized (live) {
      live.add(placed);
      version++;
    }
    changed.run();
    return placed;
  }

  int version() {
    return version;
  }

  void remove(PlacedMemory memory) {
    boolean removed;
    synchronized (live) {
      removed = live.remove(memory);
    }
    if (removed) {
      changed.run();
    }
  }

  List<PlacedRange> ranges() {
    return copy().stream().map(PlacedMemory::placed).toList();
  }

  /** Asks the kernel of those ranges. */
  List<RangeState> states(Predicate<PlacedRange> which) {
    List<RangeState> states = new ArrayList<>();
    for (PlacedMemory memory : copy()) {
      if (which.test(memory.placed())) {
        locate(memory).ifPresent(pages -> states.add(new RangeState(memory.placed(), pages)));
      }
    }
    return states;
  }

  /** What of the options asked for could not be had, each once. */
  Collection<String> shortfalls() {
    Set<String> all = new LinkedHashSet<>();
    copy().forEach(memory -> all.addAll(memory.shortfalls()));
    return all;
  }

  /** Memory that the kernel was told nothing of, on a host where it could lie elsewhere. */
  List<PlacedRange> unbound() {
    return canBeElsewhere()
        ? copy().stream()
            .filter(memory -> memory.memoryNode().isEmpty())
            .map(PlacedMemory::placed)
            .toList()
        : List.of();
  }

  /**
   * @throws PlacementException if a page is elsewhere, or it cannot be told that none is
   */
  void require(PlacedMemory memory) {
    locate(memory)
        .ifPresent(pages -> require(new RangeState(memory.placed(), pages), memory.memoryNode()));
  }

  /** As {@link #require(PlacedMemory)}, of all ranges of a kind. */
  void require(Predicate<PlacedRange> which) {
    copy().stream().filter(memory -> which.test(memory.placed())).forEach(this::require);
  }

  private void require(RangeState state, OptionalInt bound) {
    PageTally pages = state.pages();
    if (pages.remote() == 0 && pages.unknown() == 0) {
      return;
    }
    PlacedRange range = state.placed();
    String whose = range.kind() + " of " + range.owner() + ": ";
    int node = range.memoryNode().orElse(range.node());
    String reason = bound.isPresent() ? "" : numa.degradedReason().map(r -> ", " + r).orElse("");
    throw new PlacementException(
        whose
            + (pages.remote() > 0
                ? "pages=" + pages.remote() + " are not on node=" + node + " but " + pages.remark()
                : "cannot tell whether pages="
                    + pages.unknown()
                    + " are on node="
                    + node
                    + ": "
                    + pages.remark())
            + reason
            + "; allow mbind and move_pages, or place memory by best effort");
  }

  /** Empty if the memory has been closed meanwhile. */
  private Optional<PageTally> locate(PlacedMemory memory) {
    try {
      PageLocations pages = memory.locateTouched();
      return Optional.of(
          canBeElsewhere()
              ? PageTally.of(pages, memory.placed().memoryNode())
              : new PageTally(pages.present() + pages.unknown(), 0, pages.notPresent(), 0, ""));
    } catch (IllegalStateException e) {
      return Optional.empty();
    } catch (UnsupportedOperationException e) {
      return Optional.of(new PageTally(0, 0, 0, 1, String.valueOf(e.getMessage())));
    }
  }

  /** On a host that is known to have one node there is nothing to tell of. */
  private boolean canBeElsewhere() {
    return numa.topology().host().nodes().size() > 1
        || numa.topology().host().assumedBecause().isPresent();
  }

  private List<PlacedMemory> copy() {
    synchronized (live) {
      return List.copyOf(live);
    }
  }
}

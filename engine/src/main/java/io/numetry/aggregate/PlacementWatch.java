package io.numetry.aggregate;

import io.numetry.core.TelemetryCore;
import io.numetry.placement.NodePlacement;
import io.numetry.self.PageLocation;
import io.numetry.self.PlacementMetricsSet;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was seen of a node's placement into the aggregator's own metric set, and looks itself
 * where a period is given. While nobody looks and nothing is refused, there is no such set.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class PlacementWatch {
  private final NodePlacement placement;
  private final boolean speaksForProcess;
  private final OptionalLong periodNanos;
  private final TelemetryCore ownCore;
  private @Nullable PlacementMetricsSet metrics;
  private NodePlacement.@Nullable Seen told;
  private boolean everLooked;
  private long lookedNanoTime;

  /**
   * @param periodNanos the least time between two looks; empty to leave looking to others
   * @param ownCore the aggregator's own core
   */
  PlacementWatch(
      NodePlacement placement,
      boolean speaksForProcess,
      OptionalLong periodNanos,
      TelemetryCore ownCore) {
    this.placement = placement;
    this.speaksForProcess = speaksForProcess;
    this.periodNanos = periodNanos;
    this.ownCore = ownCore;
  }

  void collect() {
    lookIfDue();
    NodePlacement.Seen seen = placement.lastSeen();
    if (seen != null && seen != told) {
      told = seen;
      tell(seen);
    }
    long refused = speaksForProcess ? placement.pinsRefused() : 0;
    if (refused > 0) {
      metrics().observePinsRefused(refused);
    }
  }

  private void lookIfDue() {
    if (periodNanos.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    if (!everLooked || now - lookedNanoTime >= periodNanos.getAsLong()) {
      everLooked = true;
      lookedNanoTime = now;
      placement.look();
    }
  }

  private void tell(NodePlacement.Seen seen) {
    PlacementMetricsSet set = metrics();
    set.setPages(PageLocation.LOCAL, seen.pages().local());
    set.setPages(PageLocation.REMOTE, seen.pages().remote());
    set.setPages(PageLocation.ABSENT, seen.pages().absent());
    set.setPages(PageLocation.UNKNOWN, seen.pages().unknown());
    set.setThreadsMisplaced(seen.threadsMisplaced());
  }

  private PlacementMetricsSet metrics() {
    PlacementMetricsSet set = metrics;
    if (set == null) {
      set = ownCore.register(PlacementMetricsSet.TYPE);
      metrics = set;
    }
    return set;
  }
}

package io.numetry.self;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.EnumConstants;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code numetry.placement}: Whether threads and memory are where they were put. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class PlacementMetricsSet extends RecordingSet implements PlacementMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder(
              "numetry.placement", "Whether threads and memory are where they were put.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.placement.pages",
              "{page}",
              "Pages of the node's banks, node bank and encode buffers by where they are.")
          .dimension("numetry.page.location", "local", "remote", "absent", "unknown")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.placement.threads_misplaced",
              "{thread}",
              "Threads that may run elsewhere than they were pinned to.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.placement.pins_refused",
              "{thread}",
              "Threads of the process that could not be pinned, and go on unpinned.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<PlacementMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, PlacementMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int PAGES_CELL = 0;
  private static final int THREADS_MISPLACED_CELL = 32;
  private static final int PINS_REFUSED_CELL = 40;
  private static final int CELLS_END = 48;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(PAGES_CELL, THREADS_MISPLACED_CELL, PINS_REFUSED_CELL, CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(
        DESCRIPTOR.name(), PageLocation.class, "LOCAL", "REMOTE", "ABSENT", "UNKNOWN");
  }

  private PlacementMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void setPages(PageLocation location, long pages) {
    if (NORMAL && isGiven("numetry.page.location", location)) {
      set(PAGES_CELL + 8 * location.ordinal(), pages);
    }
  }

  @Override
  public void setThreadsMisplaced(long threads) {
    if (NORMAL) {
      set(THREADS_MISPLACED_CELL, threads);
    }
  }

  @Override
  public void observePinsRefused(long threads) {
    if (NORMAL) {
      observeMonotonic(PINS_REFUSED_CELL, threads);
    }
  }
}

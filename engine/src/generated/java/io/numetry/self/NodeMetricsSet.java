package io.numetry.self;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code numetry.node}: A NUMA node's memory, whoever uses it. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class NodeMetricsSet extends RecordingSet implements NodeMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("numetry.node", "A NUMA node's memory, whoever uses it.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.node.hits",
              "{page}",
              "Pages wanted on the node that came from it.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.node.misses",
              "{page}",
              "Pages wanted on another node that came from this one.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.node.foreign",
              "{page}",
              "Pages wanted on the node that came from another one.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.node.local",
              "{page}",
              "Pages of the node that threads on it took.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.node.other",
              "{page}",
              "Pages of the node that threads on another one took.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.node.total_memory",
              "By",
              "Memory that the node has.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.node.free_memory",
              "By",
              "Memory of the node that is free.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<NodeMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, NodeMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int HITS_CELL = 0;
  private static final int MISSES_CELL = 8;
  private static final int FOREIGN_CELL = 16;
  private static final int LOCAL_CELL = 24;
  private static final int OTHER_CELL = 32;
  private static final int TOTAL_MEMORY_CELL = 40;
  private static final int FREE_MEMORY_CELL = 48;
  private static final int CELLS_END = 56;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        HITS_CELL,
        MISSES_CELL,
        FOREIGN_CELL,
        LOCAL_CELL,
        OTHER_CELL,
        TOTAL_MEMORY_CELL,
        FREE_MEMORY_CELL,
        CELLS_END);
  }

  private NodeMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void observeHits(long pages) {
    if (NORMAL) {
      observeMonotonic(HITS_CELL, pages);
    }
  }

  @Override
  public void observeMisses(long pages) {
    if (NORMAL) {
      observeMonotonic(MISSES_CELL, pages);
    }
  }

  @Override
  public void observeForeign(long pages) {
    if (NORMAL) {
      observeMonotonic(FOREIGN_CELL, pages);
    }
  }

  @Override
  public void observeLocal(long pages) {
    if (NORMAL) {
      observeMonotonic(LOCAL_CELL, pages);
    }
  }

  @Override
  public void observeOther(long pages) {
    if (NORMAL) {
      observeMonotonic(OTHER_CELL, pages);
    }
  }

  @Override
  public void setTotalMemory(long bytes) {
    if (NORMAL) {
      set(TOTAL_MEMORY_CELL, bytes);
    }
  }

  @Override
  public void setFreeMemory(long bytes) {
    if (NORMAL) {
      set(FREE_MEMORY_CELL, bytes);
    }
  }
}

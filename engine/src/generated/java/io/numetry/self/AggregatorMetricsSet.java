package io.numetry.self;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code numetry.aggregator}: Work of the aggregator of a NUMA node. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class AggregatorMetricsSet extends RecordingSet implements AggregatorMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("numetry.aggregator", "Work of the aggregator of a NUMA node.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.aggregator.cycles",
              "{cycle}",
              "Collections made.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.aggregator.halves_drained",
              "{half}",
              "Sealed halves drained.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.aggregator.cells_merged",
              "{cell}",
              "Touched cells taken into the node's windows.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.aggregator.exports",
              "{export}",
              "Windows handed to an exporter.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.aggregator.exports_deferred",
              "{export}",
              "Windows that an exporter could not take in time; their values went on accumulating.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.aggregator.series",
              "{series}",
              "Series on the node.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.aggregator.cores",
              "{core}",
              "Cores open on the node, Numetry's own among them.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.aggregator.errors",
              "{error}",
              "Errors that broke off a collection.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.aggregator.relayed",
              "By",
              "Partial sums of other nodes taken in by the root.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<AggregatorMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, AggregatorMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int CYCLES_CELL = 0;
  private static final int HALVES_DRAINED_CELL = 8;
  private static final int CELLS_MERGED_CELL = 16;
  private static final int EXPORTS_CELL = 24;
  private static final int EXPORTS_DEFERRED_CELL = 32;
  private static final int SERIES_CELL = 40;
  private static final int CORES_CELL = 48;
  private static final int ERRORS_CELL = 56;
  private static final int RELAYED_CELL = 64;
  private static final int CELLS_END = 72;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        CYCLES_CELL,
        HALVES_DRAINED_CELL,
        CELLS_MERGED_CELL,
        EXPORTS_CELL,
        EXPORTS_DEFERRED_CELL,
        SERIES_CELL,
        CORES_CELL,
        ERRORS_CELL,
        RELAYED_CELL,
        CELLS_END);
  }

  private AggregatorMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addCycles(long cycles) {
    if (NORMAL) {
      addMonotonic(CYCLES_CELL, cycles);
    }
  }

  @Override
  public void addHalvesDrained(long halves) {
    if (NORMAL) {
      addMonotonic(HALVES_DRAINED_CELL, halves);
    }
  }

  @Override
  public void addCellsMerged(long cells) {
    if (NORMAL) {
      addMonotonic(CELLS_MERGED_CELL, cells);
    }
  }

  @Override
  public void addExports(long exports) {
    if (NORMAL) {
      addMonotonic(EXPORTS_CELL, exports);
    }
  }

  @Override
  public void addExportsDeferred(long exports) {
    if (NORMAL) {
      addMonotonic(EXPORTS_DEFERRED_CELL, exports);
    }
  }

  @Override
  public void setSeries(long series) {
    if (NORMAL) {
      set(SERIES_CELL, series);
    }
  }

  @Override
  public void setCores(long cores) {
    if (NORMAL) {
      set(CORES_CELL, cores);
    }
  }

  @Override
  public void addErrors(long errors) {
    if (NORMAL) {
      addMonotonic(ERRORS_CELL, errors);
    }
  }

  @Override
  public void addRelayed(long bytes) {
    if (NORMAL) {
      addMonotonic(RELAYED_CELL, bytes);
    }
  }
}

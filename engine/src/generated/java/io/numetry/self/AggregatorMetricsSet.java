package io.numetry.self;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;

/** Metric set {@code numetry.aggregator}. */
public final class AggregatorMetricsSet extends RecordingSet implements AggregatorMetrics {
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("numetry.aggregator", "Work of the aggregator of a NUMA node.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.aggregator.cycles",
              "{cycle}",
              "Collections made.")
          .instrument(
              InstrumentKind.MMSC,
              ValueType.DOUBLE,
              "numetry.aggregator.drain_duration",
              "s",
              "Time from asking the cores to having drained them.")
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
          .build();
  public static final MetricSetType<AggregatorMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, AggregatorMetricsSet::new);

  private static final int CYCLES = 0;
  private static final int DRAIN_DURATION = 8;
  private static final int HALVES_DRAINED = 40;
  private static final int CELLS_MERGED = 48;
  private static final int EXPORTS = 56;
  private static final int EXPORTS_DEFERRED = 64;
  private static final int SERIES = 72;
  private static final int CORES = 80;
  private static final int ERRORS = 88;

  private AggregatorMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addCycles(long cycles) {
    addMonotonic(CYCLES, cycles);
  }

  @Override
  public void recordDrainDuration(double seconds) {
    record(DRAIN_DURATION, seconds);
  }

  @Override
  public void addHalvesDrained(long halves) {
    addMonotonic(HALVES_DRAINED, halves);
  }

  @Override
  public void addCellsMerged(long cells) {
    addMonotonic(CELLS_MERGED, cells);
  }

  @Override
  public void addExports(long exports) {
    addMonotonic(EXPORTS, exports);
  }

  @Override
  public void addExportsDeferred(long exports) {
    addMonotonic(EXPORTS_DEFERRED, exports);
  }

  @Override
  public void setSeries(long series) {
    set(SERIES, series);
  }

  @Override
  public void setCores(long cores) {
    set(CORES, cores);
  }

  @Override
  public void addErrors(long errors) {
    addMonotonic(ERRORS, errors);
  }
}

package io.numetry.self;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;

/** Metric set {@code numetry.core}. */
public final class CoreMetricsSet extends RecordingSet implements CoreMetrics {
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("numetry.core", "A core as its node aggregator sees it.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.core.flips",
              "{flip}",
              "Halves that the core sealed.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.core.polls_missed",
              "{poll}",
              "Collections for which the core did not poll in time.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.core.invalid_inputs",
              "{measurement}",
              "Measurements dropped because they were invalid.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.core.misplaced_cells",
              "{cell}",
              "Cells recorded to while the core was idle or closed; their values are lost.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.core.unsealed_reads",
              "{half}",
              "Halves read without a seal, because the core did not poll before a shutdown ended.")
          .build();
  public static final MetricSetType<CoreMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, CoreMetricsSet::new);

  private static final int FLIPS = 0;
  private static final int POLLS_MISSED = 8;
  private static final int INVALID_INPUTS = 16;
  private static final int MISPLACED_CELLS = 24;
  private static final int UNSEALED_READS = 32;

  private CoreMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addFlips(long flips) {
    addMonotonic(FLIPS, flips);
  }

  @Override
  public void addPollsMissed(long polls) {
    addMonotonic(POLLS_MISSED, polls);
  }

  @Override
  public void addInvalidInputs(long inputs) {
    addMonotonic(INVALID_INPUTS, inputs);
  }

  @Override
  public void addMisplacedCells(long cells) {
    addMonotonic(MISPLACED_CELLS, cells);
  }

  @Override
  public void addUnsealedReads(long halves) {
    addMonotonic(UNSEALED_READS, halves);
  }
}

package io.numetry.self;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code numetry.core}: A core as its node aggregator sees it. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class CoreMetricsSet extends RecordingSet implements CoreMetrics {
  /** What the set is on the wire, and where its cells lie. */
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

  /** What a core registers to record to the set. */
  public static final MetricSetType<CoreMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, CoreMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int FLIPS_CELL = 0;
  private static final int POLLS_MISSED_CELL = 8;
  private static final int INVALID_INPUTS_CELL = 16;
  private static final int MISPLACED_CELLS_CELL = 24;
  private static final int UNSEALED_READS_CELL = 32;
  private static final int CELLS_END = 40;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        FLIPS_CELL,
        POLLS_MISSED_CELL,
        INVALID_INPUTS_CELL,
        MISPLACED_CELLS_CELL,
        UNSEALED_READS_CELL,
        CELLS_END);
  }

  private CoreMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addFlips(long flips) {
    if (NORMAL) {
      addMonotonic(FLIPS_CELL, flips);
    }
  }

  @Override
  public void addPollsMissed(long polls) {
    if (NORMAL) {
      addMonotonic(POLLS_MISSED_CELL, polls);
    }
  }

  @Override
  public void addInvalidInputs(long inputs) {
    if (NORMAL) {
      addMonotonic(INVALID_INPUTS_CELL, inputs);
    }
  }

  @Override
  public void addMisplacedCells(long cells) {
    if (NORMAL) {
      addMonotonic(MISPLACED_CELLS_CELL, cells);
    }
  }

  @Override
  public void addUnsealedReads(long halves) {
    if (NORMAL) {
      addMonotonic(UNSEALED_READS_CELL, halves);
    }
  }
}

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

/** Metric set {@code numetry.thread}: A core's thread as the kernel accounts for it. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ThreadMetricsSet extends RecordingSet implements ThreadMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder(
              "numetry.thread", "A core's thread as the kernel accounts for it.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.DOUBLE,
              "numetry.thread.cpu_time",
              "s",
              "CPU time that the thread has used.")
          .dimension("cpu.mode", "user", "system")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.thread.context_switches",
              "{switch}",
              "How often the thread left its CPU.")
          .dimension("switch_type", "voluntary", "involuntary")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.thread.page_faults",
              "{fault}",
              "Page faults of the thread.")
          .dimension("system.paging.fault.type", "minor", "major")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.thread.last_cpu",
              "{cpu}",
              "Number of the CPU that the thread last ran on.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.thread.migrations",
              "{migration}",
              "How often the thread went to another CPU.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<ThreadMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, ThreadMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int CPU_TIME_CELL = 0;
  private static final int CONTEXT_SWITCHES_CELL = 16;
  private static final int PAGE_FAULTS_CELL = 32;
  private static final int LAST_CPU_CELL = 48;
  private static final int MIGRATIONS_CELL = 56;
  private static final int CELLS_END = 64;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        CPU_TIME_CELL,
        CONTEXT_SWITCHES_CELL,
        PAGE_FAULTS_CELL,
        LAST_CPU_CELL,
        MIGRATIONS_CELL,
        CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(DESCRIPTOR.name(), CpuMode.class, "USER", "SYSTEM");
    EnumConstants.require(DESCRIPTOR.name(), SwitchType.class, "VOLUNTARY", "INVOLUNTARY");
    EnumConstants.require(DESCRIPTOR.name(), FaultType.class, "MINOR", "MAJOR");
  }

  private ThreadMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void observeCpuTime(CpuMode mode, double seconds) {
    if (NORMAL && isGiven("cpu.mode", mode)) {
      observeMonotonic(CPU_TIME_CELL + 8 * mode.ordinal(), seconds);
    }
  }

  @Override
  public void observeContextSwitches(SwitchType switchType, long switches) {
    if (NORMAL && isGiven("switch_type", switchType)) {
      observeMonotonic(CONTEXT_SWITCHES_CELL + 8 * switchType.ordinal(), switches);
    }
  }

  @Override
  public void observePageFaults(FaultType type, long faults) {
    if (NORMAL && isGiven("system.paging.fault.type", type)) {
      observeMonotonic(PAGE_FAULTS_CELL + 8 * type.ordinal(), faults);
    }
  }

  @Override
  public void setLastCpu(long cpu) {
    if (NORMAL) {
      set(LAST_CPU_CELL, cpu);
    }
  }

  @Override
  public void observeMigrations(long migrations) {
    if (NORMAL) {
      observeMonotonic(MIGRATIONS_CELL, migrations);
    }
  }
}

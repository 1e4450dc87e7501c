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

/** Metric set {@code numetry.process}: The process as the kernel accounts for it. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ProcessMetricsSet extends RecordingSet implements ProcessMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("numetry.process", "The process as the kernel accounts for it.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.DOUBLE,
              "numetry.process.cpu_time",
              "s",
              "CPU time that the process has used.")
          .dimension("cpu.mode", "user", "system")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.process.page_faults",
              "{fault}",
              "Page faults of the process.")
          .dimension("system.paging.fault.type", "minor", "major")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.process.resident_memory",
              "By",
              "Memory of the process that is in RAM.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.process.peak_resident_memory",
              "By",
              "The most memory of the process that was in RAM at a time.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.process.virtual_memory",
              "By",
              "Address space that the process has mapped.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.process.threads",
              "{thread}",
              "Threads of the process, the JVM's own among them.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.process.open_descriptors",
              "{descriptor}",
              "File descriptors that the process has open.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<ProcessMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, ProcessMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int CPU_TIME_CELL = 0;
  private static final int PAGE_FAULTS_CELL = 16;
  private static final int RESIDENT_MEMORY_CELL = 32;
  private static final int PEAK_RESIDENT_MEMORY_CELL = 40;
  private static final int VIRTUAL_MEMORY_CELL = 48;
  private static final int THREADS_CELL = 56;
  private static final int OPEN_DESCRIPTORS_CELL = 64;
  private static final int CELLS_END = 72;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        CPU_TIME_CELL,
        PAGE_FAULTS_CELL,
        RESIDENT_MEMORY_CELL,
        PEAK_RESIDENT_MEMORY_CELL,
        VIRTUAL_MEMORY_CELL,
        THREADS_CELL,
        OPEN_DESCRIPTORS_CELL,
        CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(DESCRIPTOR.name(), CpuMode.class, "USER", "SYSTEM");
    EnumConstants.require(DESCRIPTOR.name(), FaultType.class, "MINOR", "MAJOR");
  }

  private ProcessMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void observeCpuTime(CpuMode mode, double seconds) {
    if (NORMAL && isGiven("cpu.mode", mode)) {
      observeMonotonic(CPU_TIME_CELL + 8 * mode.ordinal(), seconds);
    }
  }

  @Override
  public void observePageFaults(FaultType type, long faults) {
    if (NORMAL && isGiven("system.paging.fault.type", type)) {
      observeMonotonic(PAGE_FAULTS_CELL + 8 * type.ordinal(), faults);
    }
  }

  @Override
  public void setResidentMemory(long bytes) {
    if (NORMAL) {
      set(RESIDENT_MEMORY_CELL, bytes);
    }
  }

  @Override
  public void setPeakResidentMemory(long bytes) {
    if (NORMAL) {
      set(PEAK_RESIDENT_MEMORY_CELL, bytes);
    }
  }

  @Override
  public void setVirtualMemory(long bytes) {
    if (NORMAL) {
      set(VIRTUAL_MEMORY_CELL, bytes);
    }
  }

  @Override
  public void setThreads(long threads) {
    if (NORMAL) {
      set(THREADS_CELL, threads);
    }
  }

  @Override
  public void setOpenDescriptors(long descriptors) {
    if (NORMAL) {
      set(OPEN_DESCRIPTORS_CELL, descriptors);
    }
  }
}

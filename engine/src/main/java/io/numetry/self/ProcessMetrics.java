package io.numetry.self;

import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.ObserveCounter;

/** What the kernel keeps of the process. */
@MetricSet(name = "numetry.process", brief = "The process as the kernel accounts for it.")
public interface ProcessMetrics {

  @ObserveCounter(unit = "s", brief = "CPU time that the process has used.")
  void observeCpuTime(CpuMode mode, double seconds);

  @ObserveCounter(unit = "{fault}", brief = "Page faults of the process.")
  void observePageFaults(FaultType type, long faults);

  @Gauge(unit = "By", brief = "Memory of the process that is in RAM.")
  void setResidentMemory(long bytes);

  @Gauge(unit = "By", brief = "The most memory of the process that was in RAM at a time.")
  void setPeakResidentMemory(long bytes);

  @Gauge(unit = "By", brief = "Address space that the process has mapped.")
  void setVirtualMemory(long bytes);

  @Gauge(unit = "{thread}", brief = "Threads of the process, the JVM's own among them.")
  void setThreads(long threads);

  @Gauge(unit = "{descriptor}", brief = "File descriptors that the process has open.")
  void setOpenDescriptors(long descriptors);
}

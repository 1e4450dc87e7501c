package io.numetry.self;

import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.ObserveCounter;

/** What the kernel keeps of a core's thread. */
@MetricSet(name = "numetry.thread", brief = "A core's thread as the kernel accounts for it.")
public interface ThreadMetrics {

  @ObserveCounter(unit = "s", brief = "CPU time that the thread has used.")
  void observeCpuTime(CpuMode mode, double seconds);

  @ObserveCounter(unit = "{switch}", brief = "How often the thread left its CPU.")
  void observeContextSwitches(SwitchType switchType, long switches);

  @ObserveCounter(unit = "{fault}", brief = "Page faults of the thread.")
  void observePageFaults(FaultType type, long faults);

  @Gauge(unit = "{cpu}", brief = "Number of the CPU that the thread last ran on.")
  void setLastCpu(long cpu);

  @ObserveCounter(unit = "{migration}", brief = "How often the thread went to another CPU.")
  void observeMigrations(long migrations);
}

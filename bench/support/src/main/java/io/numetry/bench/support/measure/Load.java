package io.numetry.bench.support.measure;

/**
 * What else the machine did.
 *
 * @param before while the bench waited, before anything was measured
 * @param after the same at the end
 * @param stealPercent of all CPU time during the run, what the hypervisor gave to others
 * @param high true if the figures are not to be trusted for it
 * @param why what is too high; empty if nothing is
 */
public record Load(Sample before, Sample after, double stealPercent, boolean high, String why) {

  /**
   * What CPUs that the bench may use did for others.
   *
   * @param loadAverage the line of /proc/loadavg
   * @param busyPercent over all of them
   * @param busiestPercent of the busiest one
   * @param busiestCpu its number; -1 if the kernel does not tell
   */
  public record Sample(
      String loadAverage, double busyPercent, double busiestPercent, int busiestCpu) {}
}

package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;

/**
 * One thing that keeps this process to certain CPUs, or to the memory of certain nodes.
 *
 * @param source what says so: "sched affinity", or a file
 * @param numbers of the CPUs or nodes it leaves; node lists are written as CPU lists are
 */
public record Limit(String source, CpuSet numbers) {
  @Override
  public String toString() {
    return source + "=" + numbers;
  }
}

package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;

/**
 * One processor package.
 *
 * @param id {@code physical_package_id}; hardware's choice, with gaps
 * @param cpus its CPUs that are switched on, allowed to this process or not
 */
public record Socket(int id, CpuSet cpus) {}

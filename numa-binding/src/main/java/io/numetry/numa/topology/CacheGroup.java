package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.OptionalLong;

/**
 * The CPUs that share one last-level cache.
 *
 * @param level the cache's level, 3 for most; 2 where there is no third
 * @param bytes the cache's size; empty if not told
 * @param cpus those that share it, allowed to this process or not
 * @see <a
 *     href="https://www.kernel.org/doc/Documentation/ABI/testing/sysfs-devices-system-cpu">sysfs-devices-system-cpu,
 *     cache/index*</a>
 */
public record CacheGroup(int level, OptionalLong bytes, CpuSet cpus) {}

package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Reads what each CPU is.
 *
 * @see <a
 *     href="https://www.kernel.org/doc/Documentation/ABI/stable/sysfs-devices-system-cpu">sysfs-devices-system-cpu</a>
 */
final class CpuReader {

  private static final String CPUS = "sys/devices/system/cpu/";

  private final HostFiles files;
  private final Remarks remarks;
  private final CacheReader caches;

  CpuReader(HostFiles files, Remarks remarks) {
    this.files = files;
    this.remarks = remarks;
    this.caches = new CacheReader(files, remarks);
  }

  /**
   * @param nodeOf the node of a CPU
   */
  List<LogicalCpu> read(CpuSet onlineCpus, IntFunction<OptionalInt> nodeOf) {
    Map<Integer, CoreKind> kinds = kinds();
    List<LogicalCpu> cpus = new ArrayList<>();
    for (int id : onlineCpus.toArray()) {
      String topology = CPUS + "cpu" + id + "/topology/";
      cpus.add(
          new LogicalCpu(
              id,
              nodeOf.apply(id),
              files.smallNumber(topology + "physical_package_id"),
              files.smallNumber(topology + "core_id"),
              siblings(id, topology, onlineCpus),
              caches.lastLevel(CPUS + "cpu" + id + "/cache", id, onlineCpus),
              files.smallNumber(CPUS + "cpu" + id + "/cpu_capacity"),
              Optional.ofNullable(kinds.get(id))));
    }
    return List.copyOf(cpus);
  }

  /** The list had another name before Linux 5.3. */
  private Optional<CpuSet> siblings(int id, String topology, CpuSet onlineCpus) {
    return files
        .list(topology + "core_cpus_list")
        .or(() -> files.list(topology + "thread_siblings_list"))
        .filter(
            siblings -> {
              if (!siblings.contains(id)) {
                remarks.add("topology: cpu=" + id + " is not among its own siblings=" + siblings);
              }
              return siblings.contains(id);
            })
        .map(siblings -> siblings.intersect(onlineCpus));
  }

  /**
   * Hybrid x86 processors have a performance-counter device a kind of core, and each lists its
   * CPUs.
   *
   * @see <a
   *     href="https://www.kernel.org/doc/Documentation/ABI/testing/sysfs-bus-event_source-devices">sysfs-bus-event_source-devices</a>
   */
  private Map<Integer, CoreKind> kinds() {
    Map<Integer, CoreKind> kinds = new HashMap<>();
    addKind(kinds, "sys/devices/cpu_core/cpus", CoreKind.PERFORMANCE);
    addKind(kinds, "sys/devices/cpu_atom/cpus", CoreKind.EFFICIENCY);
    addKind(kinds, "sys/devices/cpu_lowpower/cpus", CoreKind.EFFICIENCY);
    return kinds;
  }

  private void addKind(Map<Integer, CoreKind> kinds, String file, CoreKind kind) {
    files.list(file).ifPresent(cpus -> cpus.stream().forEach(cpu -> kinds.put(cpu, kind)));
  }
}

package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what keeps this process to a part of the host.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">proc_pid_status(5),
 *     Cpus_allowed_list, Mems_allowed_list</a>
 */
final class LimitsReader {

  static final String AFFINITY = "sched affinity";
  private static final String STATUS = "proc/self/status";
  private static final String MEMS_ALLOWED = "Mems_allowed_list";

  private final HostFiles files;
  private final Remarks remarks;

  LimitsReader(HostFiles files, Remarks remarks) {
    this.files = files;
    this.remarks = remarks;
  }

  /**
   * @param affinity what the kernel answered when asked; empty to read it from the status file
   */
  ProcessLimits read(Optional<CpuSet> affinity) {
    ProcessLimits cgroup = CgroupCpuset.read(files, remarks);
    List<Limit> cpus = new ArrayList<>();
    affinity
        .or(() -> statusList("Cpus_allowed_list"))
        .ifPresent(allowed -> cpus.add(new Limit(AFFINITY, allowed)));
    addUnlessContrary(cpus, cgroup.cpus());
    List<Limit> memory = new ArrayList<>();
    statusList(MEMS_ALLOWED)
        .ifPresent(allowed -> memory.add(new Limit("/" + STATUS + " " + MEMS_ALLOWED, allowed)));
    addUnlessContrary(memory, cgroup.memory());
    return new ProcessLimits(cpus, memory);
  }

  /** A process runs somewhere: a limit that would leave nothing has been misread. */
  private void addUnlessContrary(List<Limit> limits, List<Limit> further) {
    for (Limit limit : further) {
      if (limits.stream().allMatch(l -> !l.numbers().intersect(limit.numbers()).isEmpty())) {
        limits.add(limit);
      } else {
        remarks.add("topology: limit " + limit + " is ignored, it leaves nothing of " + limits);
      }
    }
  }

  private Optional<CpuSet> statusList(String key) {
    Optional<String> value =
        files.text(STATUS).stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith(key + ":"))
            .map(line -> line.substring(key.length() + 1).strip())
            .findFirst();
    try {
      return value.map(CpuSet::parse).filter(set -> !set.isEmpty());
    } catch (IllegalArgumentException e) {
      remarks.add("topology: file=/" + STATUS + " key=" + key + " is no list, " + e.getMessage());
      return Optional.empty();
    }
  }
}

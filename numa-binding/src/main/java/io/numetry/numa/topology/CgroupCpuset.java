package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.List;
import java.util.Optional;

/**
 * The cpuset of this process's control group: version 1 if that has a cpuset, version 2 otherwise.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/cpuset.7.html">cpuset(7)</a>
 */
final class CgroupCpuset {

  private static final List<String> V1_CPUS =
      List.of("cpuset.effective_cpus", "cpuset.cpus", "cpus");
  private static final List<String> V1_MEMS =
      List.of("cpuset.effective_mems", "cpuset.mems", "mems");
  private static final List<String> V2_CPUS = List.of("cpuset.cpus.effective");
  private static final List<String> V2_MEMS = List.of("cpuset.mems.effective");

  private final HostFiles files;
  private final Remarks remarks;

  private CgroupCpuset(HostFiles files, Remarks remarks) {
    this.files = files;
    this.remarks = remarks;
  }

  /** What the control group leaves; empty where none says anything. */
  static ProcessLimits read(HostFiles files, Remarks remarks) {
    return new CgroupCpuset(files, remarks).read();
  }

  private ProcessLimits read() {
    return ControlGroup.of(files, remarks, "cpuset").map(this::limits).orElse(ProcessLimits.NONE);
  }

  private ProcessLimits limits(ControlGroup group) {
    boolean first = group.version() == 1;
    return new ProcessLimits(
        nearest(group.folders(), first ? V1_CPUS : V2_CPUS).stream().toList(),
        nearest(group.folders(), first ? V1_MEMS : V2_MEMS).stream().toList());
  }

  /**
   * Where the cpuset controller is not switched on for a group, its files are missing and the
   * parent's count.
   */
  private Optional<Limit> nearest(List<String> folders, List<String> names) {
    for (String folder : folders) {
      for (String name : names) {
        String file = folder + "/" + name;
        Optional<CpuSet> numbers = files.list(file.substring(1));
        if (numbers.isPresent() && !numbers.get().isEmpty()) {
          return Optional.of(new Limit(file, numbers.get()));
        }
      }
    }
    return Optional.empty();
  }
}

package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cpuset of this process's control group: version 1 if that has a cpuset, version 2 otherwise.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/cgroups.7.html">cgroups(7)</a>
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
    List<Membership> memberships =
        files.text("proc/self/cgroup").stream()
            .flatMap(String::lines)
            .map(Membership::parse)
            .flatMap(Optional::stream)
            .toList();
    List<Mount> mounts =
        files.text("proc/self/mountinfo").stream()
            .flatMap(String::lines)
            .map(Mount::parse)
            .flatMap(Optional::stream)
            .toList();
    Optional<Membership> v1 = memberships.stream().filter(m -> m.controls("cpuset")).findFirst();
    if (v1.isPresent()) {
      return limits(v1.get(), mounts.stream().filter(Mount::isV1Cpuset), V1_CPUS, V1_MEMS);
    }
    return memberships.stream()
        .filter(Membership::isV2)
        .findFirst()
        .map(v2 -> limits(v2, mounts.stream().filter(Mount::isV2), V2_CPUS, V2_MEMS))
        .orElse(ProcessLimits.NONE);
  }

  private ProcessLimits limits(
      Membership membership, Stream<Mount> mounts, List<String> cpus, List<String> mems) {
    Mount mount = mounts.findFirst().orElse(null);
    if (mount == null) {
      return ProcessLimits.NONE; // not mounted here: /proc/self/status still tells the outcome
    }
    List<String> folders = folders(mount, membership.path());
    return new ProcessLimits(
        nearest(folders, cpus).stream().toList(), nearest(folders, mems).stream().toList());
  }

  /** The group's own folder, then its parents' up to the mount point. */
  private List<String> folders(Mount mount, String path) {
    String below = mount.below(path).orElse(null);
    if (below == null) {
      remarks.add(
          "topology: cgroup="
              + path
              + " is not beneath what is mounted at "
              + mount.point()
              + ", its limits are taken from there");
      below = "";
    }
    List<String> folders = new ArrayList<>();
    for (String rest = below; !rest.isEmpty(); rest = rest.substring(0, rest.lastIndexOf('/'))) {
      folders.add(mount.point() + rest);
    }
    folders.add(mount.point());
    return folders;
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

  /**
   * A line of /proc/self/cgroup.
   *
   * @param controllers of version 1; empty for version 2
   */
  private record Membership(String hierarchy, List<String> controllers, String path) {
    static Optional<Membership> parse(String line) {
      String[] fields = line.split(":", 3);
      return fields.length == 3 && fields[2].startsWith("/")
          ? Optional.of(
              new Membership(fields[0], List.of(fields[1].split(",", -1)), trimmed(fields[2])))
          : Optional.empty();
    }

    boolean controls(String controller) {
      return controllers.contains(controller);
    }

    boolean isV2() {
      return hierarchy.equals("0");
    }
  }

  /**
   * A line of /proc/self/mountinfo.
   *
   * @param root the folder of the file system that is mounted
   * @param point where it is mounted; the root folder is the empty string
   * @see <a
   *     href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc_pid_mountinfo(5)</a>
   */
  private record Mount(String root, String point, String type, List<String> options) {

    private static final int ROOT = 3;
    private static final int POINT = 4;
    private static final int FIRST_OPTIONAL = 6;

    static Optional<Mount> parse(String line) {
      List<String> fields = List.of(line.split(" ", -1));
      int dash = fields.indexOf("-");
      if (dash < FIRST_OPTIONAL || fields.size() < dash + 4) {
        return Optional.empty();
      }
      return Optional.of(
          new Mount(
              trimmed(unescaped(fields.get(ROOT))),
              trimmed(unescaped(fields.get(POINT))),
              fields.get(dash + 1),
              List.of(fields.get(dash + 3).split(",", -1))));
    }

    boolean isV1Cpuset() {
      return type.equals("cpuset") || (type.equals("cgroup") && options.contains("cpuset"));
    }

    boolean isV2() {
      return type.equals("cgroup2");
    }

    /** The rest of a group's path below this mount's root; empty if it is elsewhere. */
    Optional<String> below(String path) {
      boolean beneath = path.equals(root) || path.startsWith(root + "/");
      boolean climbs = (path + "/").contains("/../");
      return beneath && !climbs ? Optional.of(path.substring(root.length())) : Optional.empty();
    }

    /** White space and backslashes are written as three octal digits. */
    private static String unescaped(String field) {
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < field.length(); i++) {
        boolean escape =
            field.charAt(i) == '\\'
                && i + 3 < field.length()
                && field.substring(i + 1, i + 4).chars().allMatch(c -> c >= '0' && c <= '7');
        plain.append(
            escape ? (char) Integer.parseInt(field.substring(i + 1, i + 4), 8) : field.charAt(i));
        i += escape ? 3 : 0;
      }
      return plain.toString();
    }
  }

  private static String trimmed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}

package io.numetry.numa.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders that hold a controller's limits for this process: those of version 1 if the
 * controller is there, version 2 otherwise.
 *
 * @param version of control groups, 1 or 2
 * @param folders the group's own, then its parents' up to the mount point; they start with a slash
 * @see <a href="https://man7.org/linux/man-pages/man7/cgroups.7.html">cgroups(7)</a>
 */
public record ControlGroup(int version, List<String> folders) {

  public ControlGroup {
    folders = List.copyOf(folders);
  }

  /**
   * Where to look for a controller's files beneath a root; empty if no group or no mount is told.
   *
   * @param controller "cpu", say
   */
  public static Optional<ControlGroup> of(Path root, String controller) {
    Remarks remarks = new Remarks();
    return of(new HostFiles(root, remarks), remarks, controller);
  }

  static Optional<ControlGroup> of(HostFiles files, Remarks remarks, String controller) {
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
    Optional<Membership> v1 = memberships.stream().filter(m -> m.controls(controller)).findFirst();
    if (v1.isPresent()) {
      return group(1, v1.get(), mounts.stream().filter(m -> m.isV1(controller)), remarks);
    }
    return memberships.stream()
        .filter(Membership::isV2)
        .findFirst()
        .flatMap(v2 -> group(2, v2, mounts.stream().filter(Mount::isV2), remarks));
  }

  /** Empty where it is not mounted: /proc/self/status still tells the outcome for CPUs. */
  private static Optional<ControlGroup> group(
      int version, Membership membership, Stream<Mount> mounts, Remarks remarks) {
    return mounts
        .findFirst()
        .map(mount -> new ControlGroup(version, folders(mount, membership.path(), remarks)));
  }

  private static List<String> folders(Mount mount, String path, Remarks remarks) {
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

    /** The cpuset of version 1 has a file system of its own as well. */
    boolean isV1(String controller) {
      return (type.equals("cpuset") && controller.equals("cpuset"))
          || (type.equals("cgroup") && options.contains(controller));
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

package io.numetry.numa.hosts;

import io.numetry.numa.CpuSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the kernel's files of a host that does not exist. */
public final class HostTree {

  private static final String CPU = "sys/devices/system/cpu/";
  private static final String NODE = "sys/devices/system/node/";
  private static final int KIB_PER_MIB = 1024;

  private final Path root;
  private final Map<Integer, Integer> memoryMib = new TreeMap<>();
  private CpuSet cpus = CpuSet.of();

  public HostTree(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  public HostTree file(String path, String text) {
    try {
      Path file = root.resolve(path);
      if (!Files.isDirectory(file.getParent())) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, text + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a folder in the place of a file: not even root can read it. */
  public HostTree unreadable(String path) {
    without(path);
    try {
      Files.createDirectories(root.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HostTree without(String path) {
    try {
      Files.deleteIfExists(root.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A CPU that is on. */
  public HostTree cpu(int id, int socket, int core, String siblings) {
    cpus = cpus.union(CpuSet.of(id));
    file(CPU + "cpu" + id + "/topology/physical_package_id", "" + socket);
    file(CPU + "cpu" + id + "/topology/core_id", "" + core);
    file(CPU + "cpu" + id + "/topology/thread_siblings_list", siblings);
    return file(CPU + "cpu" + id + "/topology/core_cpus_list", siblings);
  }

  /** A cache of each of several CPUs, and one of instructions, which is no last level. */
  public HostTree cache(int level, String size, String sharedBy) {
    CpuSet.parse(sharedBy).stream()
        .forEach(
            cpu -> {
              String caches = CPU + "cpu" + cpu + "/cache/index";
              oneCache(caches + 1, 1, "Instruction", "32K", "" + cpu);
              oneCache(caches + level, level, "Unified", size, sharedBy);
            });
    return this;
  }

  private void oneCache(String index, int level, String type, String size, String sharedBy) {
    file(index + "/level", "" + level);
    file(index + "/type", type);
    file(index + "/size", size);
    file(index + "/shared_cpu_list", sharedBy);
  }

  /** A node; none of either is "" and 0. */
  public HostTree node(int id, String cpuList, int mib, String distances) {
    memoryMib.put(id, mib);
    String node = NODE + "node" + id + "/";
    file(node + "cpulist", cpuList);
    file(node + "distance", distances);
    int kib = mib * KIB_PER_MIB;
    file(
        node + "meminfo",
        """
        Node %1$d MemTotal:       %2$d kB
        Node %1$d MemFree:        %3$d kB
        Node %1$d MemUsed:        %3$d kB"""
            .formatted(id, kib, kib / 2));
    return hugePages(id, 2048, 0, 0).hugePages(id, 1_048_576, 0, 0);
  }

  public HostTree hugePages(int node, int pageKib, int total, int free) {
    String pool = NODE + "node" + node + "/hugepages/hugepages-" + pageKib + "kB/";
    return file(pool + "nr_hugepages", "" + total).file(pool + "free_hugepages", "" + free);
  }

  /** The lists of CPUs and nodes, and a process that may use all of them. */
  public HostTree complete() {
    file(CPU + "online", cpus.toString());
    file(CPU + "present", cpus.toString());
    file(CPU + "possible", cpus.toString());
    file(CPU + "offline", "");
    file(CPU + "isolated", "");
    file(CPU + "nohz_full", " (null)");
    file(NODE + "online", nodes(-1));
    file(NODE + "has_memory", nodes(0));
    return process(cpus.toString(), nodes(-1));
  }

  private String nodes(int moreMibThan) {
    return CpuSet.parse(
            memoryMib.entrySet().stream()
                .filter(node -> node.getValue() > moreMibThan)
                .map(node -> "" + node.getKey())
                .collect(Collectors.joining(",")))
        .toString();
  }

  /** What the status file says that this process may use; its cgroup is the root of version 2. */
  public HostTree process(String allowedCpus, String allowedNodes) {
    file(
        "proc/self/status",
        """
        Name:\tjava
        Cpus_allowed:\tffff
        Cpus_allowed_list:\t%s
        Mems_allowed:\t00000001
        Mems_allowed_list:\t%s"""
            .formatted(allowedCpus, allowedNodes));
    return cgroupV2("/", "/");
  }

  /** Where the process is in the tree of control groups, and which part of it is mounted. */
  public HostTree cgroupV2(String path, String mountedRoot) {
    file("proc/self/cgroup", "0::" + path);
    return file(
        "proc/self/mountinfo",
        """
        22 1 0:20 / /proc rw,nosuid shared:12 - proc proc rw
        23 1 0:21 / /sys rw,nosuid shared:2 - sysfs sysfs rw
        30 23 0:26 %s /sys/fs/cgroup rw,nosuid,nodev shared:4 - cgroup2 cgroup2 rw,nsdelegate"""
            .formatted(mountedRoot));
  }

  /** The same with version 1, its controllers mounted beside each other. */
  public HostTree cgroupV1(String path, String mountedRoot) {
    file(
        "proc/self/cgroup",
        """
        9:name=systemd:/user.slice
        4:cpuset,memory:%s
        1:cpu,cpuacct:/
        0::/user.slice"""
            .formatted(path));
    return file(
        "proc/self/mountinfo",
        """
        31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
        32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
        34 31 0:31 %s /sys/fs/cgroup/cpuset rw - cgroup cgroup rw,cpuset,memory
        41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw"""
            .formatted(mountedRoot));
  }
}

package io.numetry.numa.hosts;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Kinds of hosts. */
public enum Hosts {
  /** One socket, four cores without hyper-threading. */
  LAPTOP(tree -> new Regular(1, 1, 1, 4, 1).write(tree, (from, to) -> 10)),

  /** One socket, four cores of two threads: 0 and 4 are one core. */
  DESKTOP_SMT(tree -> new Regular(1, 1, 1, 4, 2).write(tree, (from, to) -> 10)),

  /** Two sockets of four cores of two threads, a node each: 0-3,8-11 and 4-7,12-15. */
  TWO_SOCKETS(tree -> new Regular(2, 1, 1, 4, 2).write(tree, (from, to) -> from == to ? 10 : 21)),

  /** Four sockets of four cores, each a hop from each. */
  FOUR_SOCKETS(tree -> new Regular(4, 1, 1, 4, 1).write(tree, (from, to) -> from == to ? 10 : 21)),

  /** Eight sockets of two cores, joined in a ring: 10, 16, 22, 28, 34 by hops. */
  EIGHT_NODE_RING(
      tree ->
          new Regular(8, 1, 1, 2, 1)
              .write(
                  tree,
                  (from, to) -> {
                    int apart = Math.abs(from - to);
                    return 10 + 6 * Math.min(apart, 8 - apart);
                  })),

  /** Sub-NUMA clustering: two sockets of four nodes of three cores; a socket shares one cache. */
  SUB_NUMA(
      tree ->
          new Regular(2, 4, 0, 3, 1)
              .write(tree, (from, to) -> from == to ? 10 : from / 4 == to / 4 ? 12 : 21)),

  /** One socket as four nodes of eight cores of two threads, with two last-level caches each. */
  EPYC_NPS4(tree -> new Regular(1, 4, 2, 8, 2).write(tree, (from, to) -> from == to ? 10 : 12)),

  /** Two sockets, and on the second one memory behind CXL, node 2, that has no CPU. */
  CXL(
      tree ->
          new Regular(2, 1, 1, 2, 1)
              .write(tree, (from, to) -> from == to ? 10 : 21)
              .node(0, "0-1", 65_536, "10 21 24")
              .node(1, "2-3", 65_536, "21 10 14")
              .node(2, "", 131_072, "24 14 10")
              .hugePages(1, 2048, 512, 300)
              .complete()),

  /** Node 1 has CPUs alone, node 2 memory alone and nearer to node 1 than node 0 is. */
  CPU_ONLY_NODE(
      tree ->
          new Regular(2, 1, 1, 2, 1)
              .write(tree, (from, to) -> 10)
              .node(0, "0-1", 65_536, "10 20 24")
              .node(1, "2-3", 0, "20 10 12")
              .node(2, "", 65_536, "24 12 10")
              .complete()),

  /** Nodes 0, 2 and 5. */
  NODE_GAPS(
      tree -> {
        for (int cpu = 0; cpu < 6; cpu++) {
          tree.cpu(cpu, cpu / 2, cpu % 2, "" + cpu);
        }
        return tree.cache(3, "16384K", "0-1")
            .cache(3, "16384K", "2-3")
            .cache(3, "16384K", "4-5")
            .node(0, "0-1", 65_536, "10 20 30")
            .node(2, "2-3", 65_536, "20 10 16")
            .node(5, "4-5", 65_536, "30 16 10")
            .complete();
      }),

  /** Of four cores of two threads, one is off with both (3, 7), one with its first (2). */
  OFFLINE_CPUS(
      tree -> {
        new Regular(1, 1, 1, 4, 2).write(tree, (from, to) -> 10);
        for (int cpu : new int[] {3, 7, 2}) {
          for (String file :
              new String[] {
                "physical_package_id", "core_id", "core_cpus_list", "thread_siblings_list"
              }) {
            tree.without("sys/devices/system/cpu/cpu" + cpu + "/topology/" + file);
          }
        }
        return tree.cpu(6, 0, 2, "6")
            .cache(3, "32768K", "0-1,4-6")
            .node(0, "0-1,4-6", 65_536, "10")
            .file("sys/devices/system/cpu/online", "0-1,4-6")
            .file("sys/devices/system/cpu/offline", "2-3,7");
      }),

  /** Two performance cores of two threads, 0-3 in pairs, and four efficiency cores 4-7. */
  HYBRID_X86(
      tree -> {
        for (int cpu = 0; cpu < 8; cpu++) {
          int pair = cpu & ~1;
          tree.cpu(
              cpu,
              0,
              cpu < 4 ? cpu / 2 * 4 : 4 + cpu,
              cpu < 4 ? pair + "-" + (pair + 1) : "" + cpu);
          tree.file("sys/devices/system/cpu/cpu" + cpu + "/cpu_capacity", cpu < 4 ? "1024" : "623");
        }
        return tree.cache(3, "12288K", "0-7")
            .node(0, "0-7", 16_384, "10")
            .complete()
            .file("sys/devices/cpu_core/cpus", "0-3")
            .file("sys/devices/cpu_atom/cpus", "4-7");
      }),

  /** Four small cores, then four big ones; told by capacity alone, with caches of two levels. */
  BIG_LITTLE(
      tree -> {
        for (int cpu = 0; cpu < 8; cpu++) {
          tree.cpu(cpu, cpu / 4, cpu % 4, "" + cpu);
          tree.file("sys/devices/system/cpu/cpu" + cpu + "/cpu_capacity", cpu < 4 ? "446" : "1024");
        }
        return tree.cache(2, "512K", "0-3")
            .cache(2, "2M", "4-7")
            .node(0, "0-7", 8192, "10")
            .complete();
      }),

  /** Two sockets; a container may use 1-2,5,9 and node 0's memory. */
  CGROUP_V2(
      tree ->
          TWO_SOCKETS
              .content
              .apply(tree)
              .process("0-15", "0-1")
              .cgroupV2("/", "/")
              .file("sys/fs/cgroup/cpuset.cpus.effective", "1-2,5,9")
              .file("sys/fs/cgroup/cpuset.mems.effective", "0")),

  /** The same; the process's own group has no cpuset files, but its parent has. */
  CGROUP_V2_NESTED(
      tree ->
          TWO_SOCKETS
              .content
              .apply(tree)
              .cgroupV2("/system.slice/engine.service/workers", "/")
              .file("sys/fs/cgroup/cpuset.cpus.effective", "0-15")
              .file("sys/fs/cgroup/cpuset.mems.effective", "0-1")
              .file("sys/fs/cgroup/system.slice/engine.service/cpuset.cpus.effective", "4-7")
              .file("sys/fs/cgroup/system.slice/engine.service/cpuset.mems.effective", "1")),

  /** Two sockets; version 1 leaves 4-7 and node 1's memory. */
  CGROUP_V1(
      tree ->
          TWO_SOCKETS
              .content
              .apply(tree)
              .process("4-7", "0-1")
              .cgroupV1("/docker/c0ffee", "/docker/c0ffee")
              .file("sys/fs/cgroup/cpuset/cpuset.effective_cpus", "4-7,12-15")
              .file("sys/fs/cgroup/cpuset/cpuset.effective_mems", "1")),

  /** A sandbox that shows /proc and nothing of /sys. */
  NO_SYSFS(
      tree ->
          tree.process("0-2", "0")
              .file("proc/meminfo", "MemTotal:        4194304 kB\nMemFree:         1048576 kB")),

  /** Two sockets of four cores; 2-3,6-7 are isolated and tickless, so outside of affinities. */
  ISOLATED_CPUS(
      tree ->
          new Regular(2, 1, 1, 4, 1)
              .write(tree, (from, to) -> from == to ? 10 : 21)
              .file("sys/devices/system/cpu/isolated", "2-3,6-7")
              .file("sys/devices/system/cpu/nohz_full", "2-3,6-7")
              .process("0-1,4-5", "0-1"));

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
  private final UnaryOperator<HostTree> content;

  Hosts(UnaryOperator<HostTree> content) {
    this.content = content;
  }

  /** Writes the host beneath an empty folder. */
  public HostTree write(Path root) {
    return content.apply(new HostTree(root));
  }
}

package io.numetry.numa.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.PageLocations;
import io.numetry.numa.hosts.HostTree;
import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.placement.PlacementRequest;
import io.numetry.numa.placement.PlacementStrategy;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Findings, word for word. */
final class HostFindingsTest {

  private static final String THP = "sys/kernel/mm/transparent_hugepage/";
  private static final String CLOCK =
      "sys/devices/system/clocksource/clocksource0/current_clocksource";

  @TempDir private Path root;

  private List<String> findings() {
    return lines(HostFindings.of(HostTopology.read(root), root));
  }

  private List<String> findings(PlacementRequest request) {
    HostTopology host = HostTopology.read(root);
    PlacementPlan plan = PlacementPlan.of(request, host, PlacementStrategy.numaPacking());
    return lines(HostFindings.of(host, root, plan));
  }

  private static List<String> lines(List<Finding> findings) {
    return findings.stream().map(HostFindingsTest::line).toList();
  }

  private static String line(Finding f) {
    return f.severity()
        + " "
        + f.subject()
        + ": "
        + f.found()
        + (f.advice().isEmpty() ? "" : " -> " + f.advice());
  }

  private HostTree governor(HostTree tree, String cpus, String governor) {
    for (String cpu : cpus.split(",", -1)) {
      tree.file("sys/devices/system/cpu/cpu" + cpu + "/cpufreq/scaling_governor", governor);
    }
    return tree;
  }

  /** Two sockets as somebody wants them. */
  private HostTree wellKept() {
    HostTree tree = Hosts.ISOLATED_CPUS.write(root);
    return governor(tree, "2,3,6,7", "performance")
        .file("proc/cmdline", "quiet isolcpus=2-3,6-7 nohz_full=2-3,6-7")
        .file(CLOCK, "tsc")
        .file(THP + "enabled", "always [madvise] never")
        .file(THP + "defrag", "always defer defer+madvise [madvise] never")
        .file("proc/sys/kernel/numa_balancing", "0")
        .file("proc/sys/vm/swappiness", "1")
        .file("proc/sys/vm/zone_reclaim_mode", "0")
        .cgroupV2("/engine", "/")
        .file("sys/fs/cgroup/engine/cpu.max", "max 100000")
        .file("sys/fs/cgroup/engine/memory.max", "max");
  }

  @Test
  void shouldFindNothingOnAHostThatIsWellKept() {
    wellKept();

    assertThat(findings(PlacementRequest.coreCount(2)))
        .containsExactly(
            "OK frequency governor: performance on cpus=2-3",
            "OK SMT siblings: none, every CPU in use has a physical core of its own",
            "OK isolated CPUs: cpus=2-3,6-7, by isolcpus=2-3,6-7 on the kernel's command line, all"
                + " CPUs in use are among them",
            "OK tickless CPUs: cpus=2-3,6-7, by nohz_full=2-3,6-7 on the kernel's command line, all"
                + " CPUs in use are among them",
            "OK CPU limits: none, cpus=0-7",
            "OK clock source: tsc, read without a system call",
            "OK CPU quota: none, /sys/fs/cgroup/engine/cpu.max",
            "OK memory limit: none, /sys/fs/cgroup/engine/memory.max",
            "OK transparent huge pages: madvise, defrag=madvise",
            "OK automatic NUMA balancing: off, numa_balancing=0",
            "OK swapping: swappiness=1",
            "OK zone reclaim: off, zone_reclaim_mode=0",
            "OK node limits: none, memory of nodes=0-1",
            "OK nodes: 2, each with CPUs and memory",
            "OK memory of node 0: free=32.0 GiB of 64.0 GiB",
            "OK memory of node 1: free=32.0 GiB of 64.0 GiB");
  }

  @Test
  void shouldFindEverythingOnAHostThatIsNot() {
    HostTree tree = Hosts.TWO_SOCKETS.write(root);
    governor(tree, "0,1,8", "powersave")
        .file(CLOCK, "hpet")
        .file(THP + "enabled", "[always] madvise never")
        .file(THP + "defrag", "[always] defer defer+madvise madvise never")
        .file("proc/sys/kernel/numa_balancing", "1")
        .file("proc/sys/vm/swappiness", "60")
        .file("proc/sys/vm/zone_reclaim_mode", "1")
        .cgroupV2("/a/b", "/")
        .file("sys/fs/cgroup/a/cpu.max", "150000 100000")
        .file("sys/fs/cgroup/a/b/cpu.max", "max 100000")
        .file("sys/fs/cgroup/a/b/memory.max", "4294967296")
        .file(
            "sys/devices/system/node/node1/meminfo",
            "Node 1 MemTotal: 1048576 kB\nNode 1 MemFree: 1024 kB");

    assertThat(findings(PlacementRequest.coreSet("0-1,8")))
        .containsExactly(
            "WARNING frequency governor: powersave on cpus=0-1,8, clocks may go down between bursts"
                + " -> cpupower -c 0-1,8 frequency-set -g performance",
            "WARNING SMT siblings: cpus=0,8 share physical cores with each other, so that cores slow"
                + " each other down -> plan one core a physical core",
            "NOTE isolated CPUs: none -> isolcpus=0-1,8 on the kernel's command line keeps other"
                + " threads off them",
            "NOTE tickless CPUs: none -> nohz_full=0-1,8 on the kernel's command line stops the"
                + " timer tick on them",
            "OK CPU limits: none, cpus=0-15",
            "WARNING clock source: hpet, every reading is a system call -> find in the kernel's log"
                + " why the processor's own counter was given up",
            "WARNING CPU quota: 1.50 CPUs, /sys/fs/cgroup/a/cpu.max, threads that use it up are"
                + " stopped until the next period -> set no CPU limit, and give the process CPUs of"
                + " its own by a cpuset",
            "NOTE memory limit: 4.0 GiB, /sys/fs/cgroup/a/b/memory.max -> fit the heap and native"
                + " memory, huge pages and all, into it",
            "WARNING transparent huge pages: always, defrag=always, any page fault may stop to"
                + " compact memory -> echo madvise > /sys/kernel/mm/transparent_hugepage/defrag",
            "WARNING automatic NUMA balancing: on, numa_balancing=1, pages are made to fault and"
                + " moved to find out who uses them -> sysctl kernel.numa_balancing=0",
            "NOTE swapping: swappiness=60, idle pages may be swapped out -> sysctl vm.swappiness=1,"
                + " or lock the memory",
            "WARNING zone reclaim: on, zone_reclaim_mode=1, a full node stops threads to free pages"
                + " -> sysctl vm.zone_reclaim_mode=0",
            "OK node limits: none, memory of nodes=0-1",
            "OK nodes: 2, each with CPUs and memory",
            "OK memory of node 0: free=32.0 GiB of 64.0 GiB",
            "NOTE memory of node 1: free=1.0 MiB of 1.0 GiB, caches not counted as free -> end what"
                + " uses it, or drop caches before the engine starts");
  }

  @Test
  void shouldGuessNothingWhereNothingIsTold() {
    Hosts.NO_SYSFS.write(root);
    List<String> told = List.of("OK memory of node 0: free=1.0 GiB of 4.0 GiB", "NOTE odd files: ");

    assertThat(findings())
        .allMatch(line -> line.contains(": unknown, ") || told.stream().anyMatch(line::startsWith))
        .contains(
            "NOTE clock source: unknown, cannot read"
                + " file=/sys/devices/system/clocksource/clocksource0/current_clocksource",
            "NOTE SMT siblings: unknown, nothing tells which CPUs share a core with cpus=0-2",
            "NOTE CPU quota: unknown, no cpu.max can be read in [/sys/fs/cgroup]",
            "NOTE isolated CPUs: unknown, cannot read file=/sys/devices/system/cpu/isolated");
  }

  @ParameterizedTest
  @CsvSource({
    "proc/sys/kernel/numa_balancing, automatic NUMA balancing",
    "proc/sys/vm/zone_reclaim_mode, zone reclaim",
    "proc/sys/vm/swappiness, swapping",
    "sys/kernel/mm/transparent_hugepage/enabled, transparent huge pages"
  })
  void shouldTakeGarbageForUnknown(String file, String subject) {
    wellKept().file(file, "rubbish");

    assertThat(findings())
        .contains("NOTE %s: unknown, file=/%s holds text=\"rubbish\"".formatted(subject, file));
  }

  @Test
  void shouldFindWhatACpusetLeaves() {
    Hosts.CGROUP_V2.write(root);

    assertThat(findings())
        .contains(
            "NOTE CPU limits: cpus=1-2,5,9 of cpus=0-15 can be had, by [sched affinity=0-15,"
                + " /sys/fs/cgroup/cpuset.cpus.effective=1-2,5,9] -> if others are wanted, change"
                + " the affinity or the cpuset",
            "WARNING node limits: memory of nodes=0 alone of nodes=0-1, by [/proc/self/status"
                + " Mems_allowed_list=0-1, /sys/fs/cgroup/cpuset.mems.effective=0]; CPUs in use are"
                + " on nodes=1 -> use CPUs of nodes=0, or change cpuset.mems");
  }

  @Test
  void shouldReadLimitsOfVersion1() {
    Hosts.CGROUP_V1
        .write(root)
        .file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "50000")
        .file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000")
        .file("sys/fs/cgroup/cpuset/memory.limit_in_bytes", "9223372036854771712");

    assertThat(findings())
        .anyMatch(
            line ->
                line.startsWith(
                    "WARNING CPU quota: 0.50 CPUs, /sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us,"))
        .contains("OK memory limit: none, /sys/fs/cgroup/cpuset/memory.limit_in_bytes");
  }

  @Test
  void shouldFindNodesThatLackSomething() {
    Hosts.CPU_ONLY_NODE.write(root);

    assertThat(findings())
        .contains(
            "WARNING nodes: 3, without memory nodes=1, without CPUs nodes=2; CPUs in use are on"
                + " nodes=1, their memory is lent by node 2 -> use CPUs of nodes with memory");
    assertThat(findings(PlacementRequest.coreCount(1)))
        .contains("NOTE nodes: 3, without memory nodes=1, without CPUs nodes=2");
  }

  @ParameterizedTest
  @EnumSource
  void shouldFindEachSubjectOnEveryHost(Hosts kind) {
    kind.write(root);

    assertThat(HostFindings.of(HostTopology.read(root), root))
        .extracting(Finding::subject)
        .contains(
            "frequency governor",
            "SMT siblings",
            "isolated CPUs",
            "tickless CPUs",
            "CPU limits",
            "clock source",
            "CPU quota",
            "memory limit",
            "transparent huge pages",
            "automatic NUMA balancing",
            "swapping",
            "zone reclaim",
            "node limits",
            "nodes");
  }

  @Test
  void shouldJudgeWherePagesLie() {
    PageLocations split = new PageLocations(4096, Map.of(0, 3L, 1, 1L), 0, 0, Optional.empty());
    PageLocations refused = new PageLocations(4096, Map.of(), 0, 4, Optional.of("EPERM"));

    assertThat(line(ProcessFindings.located("pages", OptionalInt.of(0), split)))
        .isEqualTo(
            "WARNING pages: node0=3 node1=1 not present=0 unknown=0 pages of 4096 bytes, though"
                + " bound to node 0 -> see how much memory is free on the node");
    assertThat(line(ProcessFindings.located("pages", OptionalInt.of(0), refused)))
        .startsWith("NOTE pages: unknown, not present=0 unknown=4 pages of 4096 bytes; EPERM ->");
  }
}

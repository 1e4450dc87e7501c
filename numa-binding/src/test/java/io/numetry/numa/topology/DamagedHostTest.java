package io.numetry.numa.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.numetry.numa.CpuSet;
import io.numetry.numa.hosts.HostTree;
import io.numetry.numa.hosts.Hosts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are missing, cannot be read, or hold what makes no sense: unknown, and said so. */
final class DamagedHostTest {

  private static final String CPU0 = "sys/devices/system/cpu/cpu0/";
  private static final String NODE0 = "sys/devices/system/node/node0/";

  @TempDir private Path root;
  private HostTree tree;

  @BeforeEach
  void writeTwoSockets() {
    tree = Hosts.TWO_SOCKETS.write(root);
  }

  private HostTopology read() {
    return HostTopology.read(root);
  }

  private LogicalCpu cpu0() {
    return read().cpu(0).orElseThrow();
  }

  /** A node told wrongly would be worse than none: the whole host is one assumed node then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sys/devices/system/node/online| zero",
        "sys/devices/system/node/online| 0-99999999999",
        "sys/devices/system/node/online| 0-65535",
        "sys/devices/system/node/online| 3-1",
        "sys/devices/system/node/has_memory| ,",
        "sys/devices/system/node/node1/cpulist| 4-7;12",
        "sys/devices/system/node/node1/cpulist| 4-7,12-70000",
      })
  void shouldAssumeOneNodeWhereTheNodesAreGarbage(String file, String garbage) {
    tree.file(file, garbage);

    HostTopology host = read();

    assertThat(host.nodes()).extracting(HostNode::id).containsExactly(0);
    assertThat(host.assumedBecause().orElseThrow())
        .contains(root.resolve(file).toString())
        .endsWith(", one node 0 is assumed");
    assertThat(host.allowedCpus()).hasToString("0-15");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sys/devices/system/node/online",
        "sys/devices/system/node/has_memory",
        "sys/devices/system/node/node1/cpulist"
      })
  void shouldAssumeOneNodeWhereAFileIsMissingOrUnreadable(String file) {
    tree.without(file);
    assertThat(read().assumedBecause()).isPresent();

    tree.unreadable(file);
    HostTopology host = read();
    assertThat(host.assumedBecause()).isPresent();
    assertThat(host.remarks())
        .contains("topology: cannot read file=" + root.resolve(file) + ", it is no regular file");
  }

  @Test
  void shouldAssumeOneNodeWhereNoNodeHasAnAllowedCpu() {
    tree.node(0, "0-3", 1, "10 21").node(1, "4-7", 1, "21 10");
    tree.process("8-9", "0-1");

    assertThat(read().assumedBecause())
        .hasValue("topology: none of cpus=8-9 belongs to a node, one node 0 is assumed");
  }

  @Test
  void shouldTellMemoryByTheOlderFile() {
    tree.without("sys/devices/system/node/has_memory");
    tree.file("sys/devices/system/node/has_normal_memory", "1");

    assertThat(read().nodes()).extracting(HostNode::hasMemory).containsExactly(false, true);
  }

  static Stream<Arguments> badDistances() {
    return Stream.of(
        arguments("row too short", "10"),
        arguments("row too long", "10 21 21"),
        arguments("no numbers", "near far"),
        arguments("nearer than itself", "0 21"),
        arguments("beyond a byte", "10 256"),
        arguments("negative", "10 -21"),
        arguments("empty", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badDistances")
  void shouldNotKnowDistancesThatMakeNoSense(String what, String row) {
    tree.file(NODE0 + "distance", row);

    HostTopology host = read();

    assertThat(host.distances().between(0, 1)).as(what).isEmpty();
    assertThat(host.distances().between(1, 0)).as("its own row is whole").hasValue(21);
    assertThat(host.distances().nearestFirst(0, List.of(1, 0))).containsExactly(0, 1);
    assertThat(host.remarks()).singleElement().asString().contains("holds no distances of nodes=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Node 0 MemTotal: 99999999999999999999 kB",
        "Node 0 MemTotal: 999999999999999999 kB",
        "Node 0 MemTotal: -1 kB",
        "Node 0 MemTotal: lots kB",
        "Node 0 MemTotal: 12"
      })
  void shouldNotKnowAmountsThatMakeNoSense(String line) {
    tree.file(NODE0 + "meminfo", line);

    HostTopology host = read();

    assertThat(host.nodes().getFirst().memory().totalBytes()).isEmpty();
    assertThat(host.nodes().getFirst().hasMemory()).isTrue();
    assertThat(host.remarks()).singleElement().asString().contains("holds no amount");
  }

  @Test
  void shouldNotKnowAmountsThatAreMissing() {
    tree.without(NODE0 + "meminfo");
    tree.unreadable("sys/devices/system/node/node1/meminfo");

    HostTopology host = read();

    assertThat(host.nodes()).allMatch(node -> node.memory().totalBytes().isEmpty());
  }

  @Test
  void shouldTakeHugePagePoolsAsTheyAre() {
    tree.hugePages(0, 64, 7, 5).file(NODE0 + "hugepages/hugepages-bigkB/nr_hugepages", "1");
    tree.file(NODE0 + "hugepages/hugepages-2048kB/nr_hugepages", "many");

    List<HugePagePool> pools = read().nodes().getFirst().memory().hugePages();

    assertThat(pools)
        .extracting(HugePagePool::pageBytes)
        .containsExactly(65_536L, 2L << 20, 1L << 30);
    assertThat(pools.get(0).free()).hasValue(5);
    assertThat(pools.get(1).total()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "99999999999999999999", "9999999999", "-7", "1 2"})
  void shouldNotKnowNumbersThatMakeNoSense(String text) {
    tree.file(CPU0 + "topology/physical_package_id", text);

    assertThat(cpu0().socket()).isEmpty();
    assertThat(read().sockets()).extracting(Socket::cpus).first().hasToString("1-3,8-11");
    assertThat(read().remarks()).hasSize(1);
  }

  /** AArch64 without firmware tables, and some virtual machines. */
  @Test
  void shouldTakeMinusOneForNotTold() {
    tree.file(CPU0 + "topology/physical_package_id", "-1");

    assertThat(cpu0().socket()).isEmpty();
    assertThat(read().remarks()).isEmpty();
  }

  @Test
  void shouldReadSiblingsByTheOlderName() {
    tree.without(CPU0 + "topology/core_cpus_list");

    assertThat(cpu0().siblings()).hasValue(CpuSet.of(0, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,9", "x", ""})
  void shouldNotKnowSiblingsThatMakeNoSense(String list) {
    tree.file(CPU0 + "topology/core_cpus_list", list);
    tree.file(CPU0 + "topology/thread_siblings_list", list);

    assertThat(cpu0().siblings()).isEmpty();
    assertThat(read().physicalCores().getFirst().cpus()).as("a core of its own").hasToString("0");
    assertThat(read().remarks()).isNotEmpty();
  }

  @Test
  void shouldNotKnowCachesThatMakeNoSense() {
    tree.file(CPU0 + "cache/index3/shared_cpu_list", "1-3");
    assertThat(cpu0().lastLevelCache()).isEmpty();

    tree.file(CPU0 + "cache/index3/shared_cpu_list", "0-3,8-11");
    tree.file(CPU0 + "cache/index3/size", "huge");
    assertThat(cpu0().lastLevelCache().orElseThrow().bytes()).isEmpty();

    tree.file(CPU0 + "cache/index3/size", "999999999999999999M");
    assertThat(cpu0().lastLevelCache().orElseThrow().bytes()).isEmpty();

    tree.file(CPU0 + "cache/index3/level", "2147483647");
    assertThat(cpu0().lastLevelCache()).isEmpty();
  }

  @Test
  void shouldTakeAnInstructionCacheForNoLastLevel() {
    tree.file(CPU0 + "cache/index9/level", "4").file(CPU0 + "cache/index9/type", "Instruction");

    assertThat(cpu0().lastLevelCache().orElseThrow().level()).isEqualTo(3);
  }

  @Test
  void shouldIgnoreIsolationThatMakesNoSense() {
    tree.file("sys/devices/system/cpu/isolated", "managed_irq,2-3");

    assertThat(read().isolatedCpus().isEmpty()).isTrue();
    assertThat(read().remarks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "0:", "x:y", ":::", "0::relative"})
  void shouldTakeGarbageForNoCgroup(String text) {
    tree.file("proc/self/cgroup", text).file("sys/fs/cgroup/cpuset.cpus.effective", "1");

    assertThat(read().allowedCpus()).hasToString("0-15");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "1 2 3",
        "30 23 0:26 / /sys/fs/cgroup rw cgroup2 cgroup2 rw",
        "30 23 0:26 / /sys/fs/cgroup rw - cgroup2",
        "30 23 0:26 / /sys\\000 rw - cgroup2 cgroup2 rw"
      })
  void shouldTakeGarbageForNoMount(String text) {
    tree.file("proc/self/mountinfo", text).file("sys/fs/cgroup/cpuset.cpus.effective", "1");

    assertThat(read().allowedCpus()).hasToString("0-15");
  }

  @Test
  void shouldReadMountPointsWithSpaces() {
    tree.file("proc/self/mountinfo", "30 23 0:26 / /my\\040groups rw - cgroup2 cgroup2 rw");
    tree.file("my groups/cpuset.cpus.effective", "1");

    assertThat(read().allowedCpus()).hasToString("1");
  }

  /** Mounted from outside of the process's cgroup namespace. */
  @ParameterizedTest
  @CsvSource({"/, /../../kubepods/pod7", "/../other, /", "/elsewhere, /docker/c0ffee"})
  void shouldTakeTheMountPointWhereTheGroupIsNotBeneathIt(String path, String mountedRoot) {
    tree.cgroupV2(path, mountedRoot).file("sys/fs/cgroup/cpuset.cpus.effective", "1-2");

    HostTopology host = read();

    assertThat(host.allowedCpus()).hasToString("1-2");
    assertThat(host.remarks())
        .singleElement()
        .asString()
        .contains("is not beneath what is mounted");
  }

  @Test
  void shouldIgnoreALimitThatLeavesNothing() {
    tree.process("0-3", "0").file("sys/fs/cgroup/cpuset.cpus.effective", "8-9");
    tree.file("sys/fs/cgroup/cpuset.mems.effective", "1");

    HostTopology host = read();

    assertThat(host.allowedCpus()).hasToString("0-3");
    assertThat(host.nodes()).extracting(HostNode::memoryAllowed).containsExactly(true, false);
    assertThat(host.remarks()).hasSize(2);
  }

  @Test
  void shouldIgnoreALimitOfMemoryThatLeavesNoNode() {
    tree.process("0-15", "5");

    HostTopology host = read();

    assertThat(host.nodes()).allMatch(HostNode::memoryAllowed);
    assertThat(host.remarks()).singleElement().asString().contains("leave no node's memory");
  }

  @Test
  void shouldAllowEverythingWhereNobodySaysOtherwise() {
    tree.without("proc/self/status").without("proc/self/cgroup").without("proc/self/mountinfo");

    assertThat(read().allowedCpus()).hasToString("0-15");
    assertThat(read().limits()).isEqualTo(ProcessLimits.NONE);
    assertThat(read().remarks()).isEmpty();
  }

  @Test
  void shouldAllowEverythingWhereTheStatusFileIsGarbage() {
    tree.file("proc/self/status", "Cpus_allowed_list:\tall\nMems_allowed_list:\t");

    assertThat(read().allowedCpus()).hasToString("0-15");
    assertThat(read().remarks()).hasSize(1);
  }

  @Test
  void shouldStandAnEmptyTree() {
    HostTopology host = HostTopology.read(root.resolve("nothing"));

    assertThat(host.allowedCpus().size()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(host.assumedBecause()).isPresent();
    assertThat(HostTopology.read(root.resolve("proc/self/status")).assumedBecause())
        .as("a file instead of a folder")
        .isPresent();
  }

  @Test
  void shouldNotReadAFileWithoutEnd() {
    tree.file("sys/devices/system/cpu/isolated", "0,".repeat(3 << 20));

    assertThat(read().isolatedCpus().isEmpty()).isTrue();
    assertThat(read().remarks()).singleElement().asString().contains("is longer than bytes=");
  }

  @Test
  void shouldBoundWhatItRemarks() {
    String cpus = "0-199";
    tree.file("sys/devices/system/cpu/online", cpus);
    tree.process(cpus, "0-1");
    IntStream.range(0, 200)
        .forEach(
            cpu -> tree.file("sys/devices/system/cpu/cpu" + cpu + "/topology/core_id", "garbage"));

    assertThat(read().remarks())
        .hasSize(51)
        .last()
        .isEqualTo("topology: further remarks=150 are left out");
  }
}

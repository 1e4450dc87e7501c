package io.numetry.numa.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.numa.CpuSet;
import io.numetry.numa.hosts.Hosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that is read, on every kind of host. */
final class HostTopologyTest {

  private static final long MIB = 1 << 20;

  @TempDir private Path root;

  private HostTopology read(Hosts host) {
    return HostTopology.read(host.write(root).root());
  }

  private static CpuSet cpus(String list) {
    return CpuSet.parse(list);
  }

  private static List<String> cores(HostTopology host) {
    return host.physicalCores().stream().map(core -> core.cpus().toString()).toList();
  }

  private static List<String> caches(HostTopology host) {
    return host.cacheGroups().stream().map(cache -> cache.cpus().toString()).toList();
  }

  private static List<String> sockets(HostTopology host) {
    return host.sockets().stream().map(socket -> socket.id() + ":" + socket.cpus()).toList();
  }

  @Test
  void shouldReadALaptop() {
    HostTopology host = read(Hosts.LAPTOP);

    assertThat(host).hasToString("node0=0-3 allowed=0-3");
    assertThat(sockets(host)).containsExactly("0:0-3");
    assertThat(cores(host)).containsExactly("0", "1", "2", "3");
    assertThat(host.cacheGroups())
        .containsExactly(new CacheGroup(3, OptionalLong.of(32 * MIB), cpus("0-3")));
    assertThat(host.distances()).hasToString("0: 0=10");
    assertThat(host.cpu(2))
        .hasValue(
            new LogicalCpu(
                2,
                OptionalInt.of(0),
                OptionalInt.of(0),
                OptionalInt.of(2),
                Optional.of(cpus("2")),
                Optional.of(host.cacheGroups().getFirst()),
                OptionalInt.empty(),
                Optional.empty()));
    assertThat(host.isolatedCpus().isEmpty()).isTrue();
    assertThat(host.ticklessCpus().isEmpty()).as("what the kernel prints as (null)").isTrue();
    assertThat(host.offlineCpus().isEmpty()).isTrue();
    assertThat(host.assumedBecause()).isEmpty();
  }

  @Test
  void shouldReadSiblings() {
    HostTopology host = read(Hosts.DESKTOP_SMT);

    assertThat(cores(host)).containsExactly("0,4", "1,5", "2,6", "3,7");
    assertThat(host.cpu(5).orElseThrow().siblings()).hasValue(cpus("1,5"));
    assertThat(caches(host)).containsExactly("0-7");
  }

  @Test
  void shouldReadTwoSockets() {
    HostTopology host = read(Hosts.TWO_SOCKETS);

    assertThat(host).hasToString("node0=0-3,8-11 node1=4-7,12-15 allowed=0-15");
    assertThat(sockets(host)).containsExactly("0:0-3,8-11", "1:4-7,12-15");
    assertThat(caches(host)).containsExactly("0-3,8-11", "4-7,12-15");
    assertThat(host.distances()).hasToString("0: 0=10 1=21; 1: 0=21 1=10");
    assertThat(host.distances().between(0, 1)).hasValue(21);
    assertThat(host.node(1).orElseThrow().memory())
        .isEqualTo(
            new MemoryFigures(
                OptionalLong.of(65_536 * MIB),
                OptionalLong.of(32_768 * MIB),
                List.of(
                    new HugePagePool(2 * MIB, OptionalLong.of(0), OptionalLong.of(0)),
                    new HugePagePool(1024 * MIB, OptionalLong.of(0), OptionalLong.of(0)))));
  }

  @Test
  void shouldReadFourSockets() {
    HostTopology host = read(Hosts.FOUR_SOCKETS);

    assertThat(host).hasToString("node0=0-3 node1=4-7 node2=8-11 node3=12-15 allowed=0-15");
    assertThat(host.sockets()).extracting(Socket::id).containsExactly(0, 1, 2, 3);
    assertThat(host.distances().nearestFirst(2, List.of(0, 1, 2, 3))).containsExactly(2, 0, 1, 3);
  }

  @Test
  void shouldReadTheDistancesOfARing() {
    HostTopology host = read(Hosts.EIGHT_NODE_RING);

    assertThat(host.nodes()).hasSize(8);
    assertThat(host.distances().between(1, 5)).hasValue(34);
    assertThat(host.distances().between(7, 0)).hasValue(16);
    assertThat(host.distances().nearestFirst(7, List.of(0, 1, 2, 3, 4, 5, 6, 7)))
        .containsExactly(7, 0, 6, 1, 5, 2, 4, 3);
  }

  @Test
  void shouldReadSubNumaClusters() {
    HostTopology host = read(Hosts.SUB_NUMA);

    assertThat(host.nodes()).hasSize(8);
    assertThat(sockets(host)).containsExactly("0:0-11", "1:12-23");
    assertThat(caches(host)).as("a cache of four nodes").containsExactly("0-11", "12-23");
    assertThat(host.cpu(13).orElseThrow().node()).hasValue(4);
    assertThat(host.distances().between(4, 7)).hasValue(12);
    assertThat(host.distances().between(4, 3)).hasValue(21);
  }

  @Test
  void shouldReadSeveralCachesOfANode() {
    HostTopology host = read(Hosts.EPYC_NPS4);

    assertThat(host.nodes()).hasSize(4);
    assertThat(host.sockets()).hasSize(1);
    assertThat(host.physicalCores()).hasSize(32);
    assertThat(caches(host)).hasSize(8).startsWith("0-3,32-35", "4-7,36-39", "8-11,40-43");
    assertThat(host.node(1).orElseThrow().cpus()).hasToString("8-15,40-47");
    assertThat(host.cpu(41).orElseThrow().siblings()).hasValue(cpus("9,41"));
  }

  @Test
  void shouldReadANodeOfMemoryAlone() {
    HostTopology host = read(Hosts.CXL);
    HostNode far = host.node(2).orElseThrow();

    assertThat(far.cpus().isEmpty()).isTrue();
    assertThat(far.hasMemory()).isTrue();
    assertThat(far.memory().totalBytes()).hasValue(131_072 * MIB);
    assertThat(host.memoryNode(2)).hasValue(2);
    assertThat(host.node(1).orElseThrow().memory().hugePages())
        .contains(new HugePagePool(2 * MIB, OptionalLong.of(512), OptionalLong.of(300)));
  }

  @Test
  void shouldFindTheNearestMemoryOfANodeOfCpusAlone() {
    HostTopology host = read(Hosts.CPU_ONLY_NODE);

    assertThat(host.node(1).orElseThrow().hasMemory()).isFalse();
    assertThat(host.memoryNode(1)).as("not the lowest, the nearest").hasValue(2);
    assertThat(host.memoryNode(0)).hasValue(0);
    assertThat(host.memoryNode(7)).isEmpty();
  }

  @Test
  void shouldKeepTheKernelsNumbersOfNodes() {
    HostTopology host = read(Hosts.NODE_GAPS);

    assertThat(host.nodes()).extracting(HostNode::id).containsExactly(0, 2, 5);
    assertThat(host.distances())
        .hasToString("0: 0=10 2=20 5=30; 2: 0=20 2=10 5=16; 5: 0=30 2=16 5=10");
    assertThat(host.node(1)).isEmpty();
    assertThat(host.distances().between(0, 1)).isEmpty();
    assertThat(host.cpu(4).orElseThrow().node()).hasValue(5);
  }

  @Test
  void shouldLeaveOutCpusThatAreOff() {
    HostTopology host = read(Hosts.OFFLINE_CPUS);

    assertThat(host.presentCpus()).hasToString("0-7");
    assertThat(host.onlineCpus()).hasToString("0-1,4-6");
    assertThat(host.offlineCpus()).hasToString("2-3,7");
    assertThat(host.allowedCpus())
        .as("the mask in the status file names them")
        .hasToString("0-1,4-6");
    assertThat(cores(host)).containsExactly("0,4", "1,5", "6");
    assertThat(host.cpu(3)).isEmpty();
    assertThat(host.whyNotPinnable(3)).hasValue("is offline");
    assertThat(host.whyNotPinnable(8)).hasValue("does not exist");
    assertThat(host.whyNotPinnable(4)).isEmpty();
  }

  @Test
  void shouldTellKindsOfCores() {
    HostTopology host = read(Hosts.HYBRID_X86);

    assertThat(cores(host)).containsExactly("0-1", "2-3", "4", "5", "6", "7");
    assertThat(host.cpu(3).orElseThrow().kind()).hasValue(CoreKind.PERFORMANCE);
    assertThat(host.cpu(3).orElseThrow().capacity()).hasValue(1024);
    assertThat(host.cpu(4).orElseThrow().kind()).hasValue(CoreKind.EFFICIENCY);
    assertThat(host.cpu(4).orElseThrow().capacity()).hasValue(623);
  }

  @Test
  void shouldTellCapacitiesWhereKindsAreNotTold() {
    HostTopology host = read(Hosts.BIG_LITTLE);

    assertThat(host.cpu(0).orElseThrow().capacity()).hasValue(446);
    assertThat(host.cpu(0).orElseThrow().kind()).isEmpty();
    assertThat(host.cacheGroups())
        .containsExactly(
            new CacheGroup(2, OptionalLong.of(MIB / 2), cpus("0-3")),
            new CacheGroup(2, OptionalLong.of(2 * MIB), cpus("4-7")));
  }

  @Test
  void shouldKeepToACgroupOfVersion2() {
    HostTopology host = read(Hosts.CGROUP_V2);

    assertThat(host.allowedCpus()).hasToString("1-2,5,9");
    assertThat(host.node(0).orElseThrow().memoryAllowed()).isTrue();
    assertThat(host.node(1).orElseThrow().memoryAllowed()).isFalse();
    assertThat(host.memoryNode(1)).hasValue(0);
    assertThat(host.whyNotPinnable(3))
        .hasValue("is outside /sys/fs/cgroup/cpuset.cpus.effective=1-2,5,9");
    assertThat(host.limits().forbiddingMemory(1).map(Limit::source))
        .hasValue("/sys/fs/cgroup/cpuset.mems.effective");
    assertThat(host.limits().cpus().getFirst()).hasToString("sched affinity=0-15");
  }

  @Test
  void shouldLookForTheNearestCgroupThatTells() {
    HostTopology host = read(Hosts.CGROUP_V2_NESTED);

    assertThat(host.allowedCpus()).hasToString("4-7");
    assertThat(host.limits().cpus())
        .extracting(Limit::source)
        .containsExactly(
            "sched affinity", "/sys/fs/cgroup/system.slice/engine.service/cpuset.cpus.effective");
    assertThat(host.memoryNode(0)).hasValue(1);
  }

  @Test
  void shouldKeepToACgroupOfVersion1() {
    HostTopology host = read(Hosts.CGROUP_V1);

    assertThat(host.allowedCpus()).as("affinity and cgroup together").hasToString("4-7");
    assertThat(host.node(0).orElseThrow().memoryAllowed()).isFalse();
    assertThat(host.limits().forbiddingCpu(12)).hasValue(new Limit("sched affinity", cpus("4-7")));
    assertThat(host.limits().forbiddingCpu(3))
        .as("the cause, and not the affinity that follows from it")
        .hasValue(new Limit("/sys/fs/cgroup/cpuset/cpuset.effective_cpus", cpus("4-7,12-15")));
    assertThat(host.limits().forbiddingMemory(0))
        .hasValue(new Limit("/sys/fs/cgroup/cpuset/cpuset.effective_mems", cpus("1")));
  }

  @Test
  void shouldAssumeOneNodeWhereThereIsNoSysfs() {
    HostTopology host = read(Hosts.NO_SYSFS);

    assertThat(host).hasToString("node0=0-2 allowed=0-2");
    assertThat(host.assumedBecause())
        .hasValue(
            "topology: cannot read a list from file="
                + root.resolve("sys/devices/system/node/online")
                + ", one node 0 is assumed");
    assertThat(host.nodes().getFirst().memory().totalBytes()).hasValue(4096 * MIB);
    assertThat(host.sockets()).as("unknown is not socket 0").isEmpty();
    assertThat(host.cacheGroups()).isEmpty();
    assertThat(host.distances().known()).isFalse();
    assertThat(host.distances().between(0, 0)).isEmpty();
    assertThat(host.cpu(1).orElseThrow().siblings()).isEmpty();
    assertThat(cores(host)).containsExactly("0", "1", "2");
    assertThat(host.remarks())
        .containsExactly("topology: nothing tells which CPUs are on, cpus=0-2 are assumed");
  }

  @Test
  void shouldReadIsolatedCpus() {
    HostTopology host = read(Hosts.ISOLATED_CPUS);

    assertThat(host.isolatedCpus()).hasToString("2-3,6-7");
    assertThat(host.ticklessCpus()).hasToString("2-3,6-7");
    assertThat(host.quietCpus()).hasToString("2-3,6-7");
    assertThat(host.allowedCpus())
        .as("the affinity that processes start with")
        .hasToString("0-1,4-5");
    assertThat(host.pinnableCpus()).as("by asking for them").hasToString("0-7");
    assertThat(host.whyNotPinnable(3)).isEmpty();
  }

  /** An affinity that is not the one of everybody is somebody's wish. */
  @Test
  void shouldLeaveIsolatedCpusAloneWhereTheAffinityIsAWish() {
    Hosts.ISOLATED_CPUS.write(root).process("0-1,4", "0-1");
    assertThat(HostTopology.read(root).pinnableCpus()).hasToString("0-1,4");

    Hosts.ISOLATED_CPUS.write(root).process("0-1,4-6", "0-1");
    assertThat(HostTopology.read(root).pinnableCpus()).hasToString("0-1,4-6");
    assertThat(HostTopology.read(root).whyNotPinnable(7))
        .hasValue("is outside sched affinity=0-1,4-6");
  }

  @Test
  void shouldReachIsolatedCpusOnlyWithinTheCgroup() {
    Hosts.ISOLATED_CPUS
        .write(root)
        .process("0-1", "0-1")
        .file("sys/fs/cgroup/cpuset.cpus.effective", "0-3");

    assertThat(HostTopology.read(root).pinnableCpus()).hasToString("0-3");
  }

  @ParameterizedTest
  @EnumSource(Hosts.class)
  void shouldHoldTogether(Hosts kind) {
    HostTopology host = read(kind);

    assertThat(host.nodes()).isNotEmpty();
    assertThat(host.allowedCpus().isEmpty()).isFalse();
    assertThat(host.onlineCpus().containsAll(host.pinnableCpus())).isTrue();
    assertThat(host.pinnableCpus().containsAll(host.allowedCpus())).isTrue();
    assertThat(host.presentCpus().containsAll(host.onlineCpus())).isTrue();
    assertThat(host.cpus().stream().mapToInt(LogicalCpu::id).toArray())
        .containsExactly(host.onlineCpus().toArray());
    assertThat(
            host.physicalCores().stream()
                .map(PhysicalCore::cpus)
                .reduce(CpuSet.of(), CpuSet::union))
        .isEqualTo(host.onlineCpus());
    assertThat(host.physicalCores().stream().mapToInt(core -> core.cpus().size()).sum())
        .as("no CPU in two cores")
        .isEqualTo(host.onlineCpus().size());
    for (HostNode node : host.nodes()) {
      assertThat(host.memoryNode(node.id())).isPresent();
      if (host.distances().known()) {
        assertThat(host.distances().between(node.id(), node.id())).hasValue(NodeDistances.LOCAL);
      }
    }
    if (kind != Hosts.NO_SYSFS) {
      assertThat(host.remarks()).isEmpty();
    }
  }

  @Test
  void shouldPreferWhatTheKernelAnsweredToWhatTheStatusFileSays() {
    Path tree = Hosts.TWO_SOCKETS.write(root).root();

    assertThat(HostTopology.read(tree, CpuSet.of(3, 4)).allowedCpus()).hasToString("3-4");
  }

  @Test
  void shouldReadThisHost() {
    HostTopology host = HostTopology.read(Path.of("/"));

    assertThat(host.allowedCpus().isEmpty()).isFalse();
    assertThat(host.onlineCpus().size()).isGreaterThanOrEqualTo(host.allowedCpus().size());
    assertThat(host.remarks()).isEmpty();
  }

  @Test
  void shouldBeMadeByHand() {
    HostTopology host =
        HostTopology.ofNodes(
            List.of(HostNode.of(1, cpus("2-3"), false), HostNode.of(0, cpus("0-1"), true)));

    assertThat(host).hasToString("node0=0-1 node1=2-3 allowed=0-3");
    assertThat(host.memoryNode(1)).hasValue(0);
    assertThat(host.cpu(2).orElseThrow().socket()).isEmpty();
    assertThatThrownBy(() -> new HostNode(1, cpus(""), false, true, MemoryFigures.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("host node: id=1 memoryAllowed=true but hasMemory=false, set it to false");
  }
}

package io.numetry.numa.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaNode;
import io.numetry.numa.NumaTopology;
import io.numetry.numa.PlacementException;
import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which CPUs the default strategy chooses, host by host. */
final class NumaPackingTest {

  @TempDir private Path root;

  private PlacementPlan plan(Hosts host, PlacementRequest request) {
    HostTopology topology = HostTopology.read(host.write(root.resolve(host.name())).root());
    return PlacementPlan.of(request, NumaTopology.of(topology));
  }

  private static List<Integer> cpus(PlacementPlan plan) {
    return plan.cores().stream().map(PlannedCore::cpu).toList();
  }

  private static String aggregator(PlacementPlan plan, int node) {
    return plan.aggregatorOf(node).orElseThrow().cpus().toString();
  }

  private static PlacementRequest count(int cores) {
    return PlacementRequest.coreCount(cores);
  }

  @Test
  void shouldUseAllPhysicalCoresOfALaptop() {
    PlacementPlan plan = plan(Hosts.LAPTOP, PlacementRequest.allCores());

    assertThat(cpus(plan)).containsExactly(0, 1, 2, 3);
    assertThat(aggregator(plan, 0)).isEqualTo("0-3");
    assertThat(plan.aggregatorOf(0).orElseThrow().sharedWithCores()).isTrue();
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void shouldLeaveSiblingsIdle() {
    assertThat(cpus(plan(Hosts.DESKTOP_SMT, PlacementRequest.allCores())))
        .containsExactly(0, 1, 2, 3);
    assertThatThrownBy(() -> plan(Hosts.DESKTOP_SMT, count(5)))
        .isInstanceOf(PlacementException.class)
        .hasMessage(
            "placement: cores=5 cannot be had, 4 can be on cpus=0-3; cpus=4-7 idle beside another"
                + " thread of the same physical core; write core_count 4, allow more CPUs, keep"
                + " fewer, use siblings, or ask for best effort");
  }

  @Test
  void shouldLetAggregatorsUseWhatCoresLeave() {
    PlacementPlan plan = plan(Hosts.DESKTOP_SMT, count(3));

    assertThat(aggregator(plan, 0)).as("the fourth physical core").isEqualTo("3,7");
    assertThat(plan.network().cpus()).hasToString("3,7");
    assertThat(aggregator(plan(Hosts.DESKTOP_SMT, count(4)), 0)).as("siblings").isEqualTo("4-7");
  }

  @Test
  void shouldUseSiblingsOnceCoresHaveRunOut() {
    PlacementRequest request = count(10).withThreads(ThreadUse.CORES_FIRST);

    assertThat(cpus(plan(Hosts.TWO_SOCKETS, request)))
        .as("physical cores of both nodes before any sibling")
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(cpus(plan(Hosts.TWO_SOCKETS, count(6).withThreads(ThreadUse.CORES_FIRST))))
        .as("siblings would keep it on one node")
        .containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void shouldFillANodeWithSiblingsWhenTold() {
    PlacementRequest request = count(6).withThreads(ThreadUse.ALL_THREADS);

    assertThat(cpus(plan(Hosts.TWO_SOCKETS, request))).containsExactly(0, 1, 2, 3, 8, 9);
  }

  @Test
  void shouldTakeTheLowestNodeThatFits() {
    PlacementPlan plan = plan(Hosts.TWO_SOCKETS, count(4));

    assertThat(plan.nodes()).containsExactly(0);
    assertThat(plan.cores().getFirst())
        .isEqualTo(
            new PlannedCore(
                0,
                0,
                0,
                OptionalInt.of(0),
                "node 0 is the lowest with room for all 4; first thread of its physical core"));
  }

  @Test
  void shouldTakeAHigherNodeIfItAloneFits() {
    HostTopology host =
        NumaTopology.of(
                new NumaNode(0, CpuSet.of(0, 1), true), new NumaNode(1, CpuSet.parse("2-5"), true))
            .host();

    PlacementPlan plan = PlacementPlan.of(count(3), host, PlacementStrategy.numaPacking());

    assertThat(cpus(plan)).containsExactly(2, 3, 4);
    assertThat(aggregator(plan, 1)).isEqualTo("5");
  }

  @Test
  void shouldGoOutwardByDistanceWhereNoNodeFits() {
    PlacementPlan plan = plan(Hosts.EIGHT_NODE_RING, count(7));

    assertThat(plan.nodes()).as("neighbours in the ring are 1 and 7").containsExactly(0, 1, 7, 2);
    assertThat(cpus(plan)).containsExactly(0, 1, 2, 3, 14, 15, 4);
    assertThat(plan.cores().getLast().reason())
        .isEqualTo(
            "no node has room for all 7, nodes by distance from the first; first thread of its"
                + " physical core");
  }

  @Test
  void shouldStayOnTheSocketWithSubNumaClusters() {
    assertThat(plan(Hosts.SUB_NUMA, count(3)).nodes()).containsExactly(0);
    assertThat(plan(Hosts.SUB_NUMA, count(12)).nodes()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void shouldKeepHousekeepingInTheCacheOfTheCoresItServes() {
    PlacementPlan plan = plan(Hosts.EPYC_NPS4, count(5).withHousekeepingPerNode(2));

    assertThat(cpus(plan)).containsExactly(1, 2, 3, 4, 5);
    assertThat(aggregator(plan, 0)).isEqualTo("0");
    assertThat(plan.network().cpus()).as("the other thread of that core").hasToString("32");
    assertThat(plan.aggregatorOf(0).orElseThrow().reason())
        .isEqualTo("kept free of cores on its node, sharing the last-level cache with cores");
    assertThat(plan.network().reason())
        .isEqualTo("kept free of cores, beside the aggregators' CPUs");
  }

  @Test
  void shouldKeepHousekeepingOnEachNodeInUse() {
    PlacementPlan plan =
        plan(Hosts.TWO_SOCKETS, PlacementRequest.allCores().withHousekeepingPerNode(1));

    assertThat(cpus(plan)).as("8 and 12 stay idle beside").containsExactly(1, 2, 3, 5, 6, 7);
    assertThat(aggregator(plan, 0)).isEqualTo("0");
    assertThat(aggregator(plan, 1)).isEqualTo("4");
    assertThat(plan.network().cpus()).hasToString("0,4");
  }

  @Test
  void shouldNeverUseANodeWithoutCpus() {
    PlacementPlan plan = plan(Hosts.CXL, PlacementRequest.allCores());

    assertThat(plan.nodes()).containsExactly(0, 1);
  }

  @Test
  void shouldPreferNodesWithMemoryOfTheirOwn() {
    assertThat(plan(Hosts.CPU_ONLY_NODE, count(2)).nodes()).containsExactly(0);

    PlacementPlan both = plan(Hosts.CPU_ONLY_NODE, count(3));
    assertThat(both.nodes()).containsExactly(0, 1);
    assertThat(both.cores().getLast().memoryNode()).hasValue(2);
    assertThat(both.cores().getLast().reason())
        .endsWith("its node has no memory to be had, node 2 lends");
  }

  @Test
  void shouldKeepTheKernelsNumbersOfNodes() {
    PlacementPlan plan = plan(Hosts.NODE_GAPS, count(3));

    assertThat(plan.nodes()).containsExactly(0, 2);
    assertThat(aggregator(plan, 2)).isEqualTo("3");
  }

  @Test
  void shouldSayThatCpusAreOff() {
    assertThatThrownBy(() -> plan(Hosts.OFFLINE_CPUS, count(4)))
        .isInstanceOf(PlacementException.class)
        .hasMessageStartingWith(
            "placement: cores=4 cannot be had, 3 can be on cpus=0-1,6; cpus=2-3,7 is offline,"
                + " cpus=4-5 idle beside another thread of the same physical core;");
    assertThatThrownBy(() -> plan(Hosts.OFFLINE_CPUS, PlacementRequest.coreSet("1,3,9")))
        .isInstanceOf(PlacementException.class)
        .hasMessage(
            "placement: core_set=1,3,9 cannot be had, cpu=3 is offline, cpu=9 does not exist; write"
                + " CPUs of allowed=0-1,4-6, or ask for best effort");
  }

  @Test
  void shouldGivePerformanceCoresToCoresAndEfficiencyCoresToHousekeeping() {
    PlacementPlan plan = plan(Hosts.HYBRID_X86, count(3).withHousekeepingPerNode(1));

    assertThat(cpus(plan)).containsExactly(0, 2, 5);
    assertThat(plan.cores().getLast().reason()).endsWith(", efficiency core");
    assertThat(aggregator(plan, 0)).isEqualTo("4");
    assertThat(cpus(plan(Hosts.BIG_LITTLE, count(5)))).containsExactly(4, 5, 6, 7, 0);
  }

  @Test
  void shouldKeepToTheCgroup() {
    assertThat(cpus(plan(Hosts.CGROUP_V2, PlacementRequest.allCores())))
        .as("1 and 9 are one physical core")
        .containsExactly(1, 2, 5);
    assertThatThrownBy(() -> plan(Hosts.CGROUP_V2, count(9)))
        .isInstanceOf(PlacementException.class)
        .hasMessage(
            "placement: cores=9 cannot be had, 3 can be on cpus=1-2,5; cpus=0,3-4,6-8,10-15 is"
                + " outside /sys/fs/cgroup/cpuset.cpus.effective=1-2,5,9, cpus=9 idle beside another"
                + " thread of the same physical core; write core_count 3, allow more CPUs, keep"
                + " fewer, use siblings, or ask for best effort");
    assertThat(cpus(plan(Hosts.CGROUP_V2_NESTED, count(4)))).containsExactly(4, 5, 6, 7);
    assertThat(cpus(plan(Hosts.CGROUP_V1, count(4)))).containsExactly(4, 5, 6, 7);
  }

  @Test
  void shouldPreferANodeWhoseMemoryIsAllowed() {
    PlacementPlan plan = plan(Hosts.CGROUP_V2, count(3));

    assertThat(plan.cores().getLast().cpu()).isEqualTo(5);
    assertThat(plan.cores().getLast().memoryNode()).hasValue(0);
  }

  @Test
  void shouldSayThatTheNodeIsAssumed() {
    PlacementPlan plan = plan(Hosts.NO_SYSFS, count(2));

    assertThat(cpus(plan)).containsExactly(0, 1);
    assertThat(plan.notes()).singleElement().asString().endsWith("one node 0 is assumed");
  }

  @Test
  void shouldTakeIsolatedCpusFirstAndKeepHousekeepingOffThem() {
    PlacementPlan plan = plan(Hosts.ISOLATED_CPUS, count(2).withHousekeepingPerNode(1));

    assertThat(cpus(plan)).containsExactly(2, 3);
    assertThat(plan.cores().getFirst().reason()).endsWith(", isolated");
    assertThat(aggregator(plan, 0)).isEqualTo("0");
    assertThat(cpus(plan(Hosts.ISOLATED_CPUS, count(4))))
        .as("the isolated ones of both nodes before node 0's others")
        .containsExactly(2, 3, 6, 7);
    assertThat(cpus(plan(Hosts.ISOLATED_CPUS, count(5)))).containsExactly(2, 3, 0, 1, 6);
    assertThat(aggregator(plan(Hosts.ISOLATED_CPUS, count(2)), 0)).isEqualTo("0-1");
  }

  @Test
  void shouldTreatIsolatedCpusAsTold() {
    assertThat(cpus(plan(Hosts.ISOLATED_CPUS, count(3).withIsolated(IsolatedUse.LIKE_OTHERS))))
        .containsExactly(0, 1, 2);
    assertThat(cpus(plan(Hosts.ISOLATED_CPUS, count(3).withIsolated(IsolatedUse.AVOID))))
        .containsExactly(0, 1, 4);
    assertThatThrownBy(() -> plan(Hosts.ISOLATED_CPUS, count(5).withIsolated(IsolatedUse.AVOID)))
        .isInstanceOf(PlacementException.class)
        .hasMessageContaining("4 can be on cpus=0-1,4-5; cpus=2-3,6-7 isolated and avoided;");
  }

  @Test
  void shouldServeAnIsolatedNodeFromTheNearestOther() {
    Hosts.TWO_SOCKETS.write(root).file("sys/devices/system/cpu/isolated", "4-7,12-15");
    HostTopology host = HostTopology.read(root);
    NumaTopology topology = NumaTopology.of(host);

    PlacementPlan listed = PlacementPlan.of(count(4).withHousekeeping(CpuSet.of(0, 8)), topology);
    assertThat(cpus(listed)).containsExactly(4, 5, 6, 7);
    assertThat(aggregator(listed, 1)).isEqualTo("0");
    assertThat(listed.aggregatorOf(1).orElseThrow().reason())
        .isEqualTo("node 1 keeps none, nearest is node 0, distance=21");
    assertThat(listed.network().cpus()).hasToString("8");

    PlacementPlan unkept = PlacementPlan.of(count(4), topology);
    assertThat(aggregator(unkept, 1)).isEqualTo("0-3,8-11");
    assertThatThrownBy(() -> PlacementPlan.of(count(4).withHousekeepingPerNode(1), topology))
        .isInstanceOf(PlacementException.class)
        .hasMessage(
            "placement: housekeeping=1 on node=1 cannot be had, 0 can be; cpus=4-7,12-15 are"
                + " isolated, so for cores; name the CPUs to keep, keep fewer, or ask for best"
                + " effort");
    assertThat(
            PlacementPlan.of(count(4).withHousekeepingPerNode(1).orBestEffort(), topology).notes())
        .hasSize(1);
  }

  @Test
  void shouldLeaveServicesUnpinnedWhereEveryCpuIsIsolated() {
    Hosts.LAPTOP.write(root).file("sys/devices/system/cpu/isolated", "0-3");

    PlacementPlan plan = PlacementPlan.of(count(2), NumaTopology.of(HostTopology.read(root)));

    assertThat(plan.network().cpus().isEmpty()).isTrue();
    assertThat(plan.explain()).contains("aggregator of node 0: not pinned, every CPU allowed is");
  }

  @Test
  void shouldTakeTheCpusNamed() {
    PlacementPlan plan =
        plan(Hosts.TWO_SOCKETS, PlacementRequest.coreSet("2-5,8").withHousekeepingPerNode(1));

    assertThat(cpus(plan)).containsExactly(2, 3, 4, 5, 8);
    assertThat(plan.nodes()).containsExactly(0, 1);
    assertThat(aggregator(plan, 0)).isEqualTo("0");
    assertThat(aggregator(plan, 1)).isEqualTo("12");
  }

  @Test
  void shouldKeepTheCpusListed() {
    PlacementPlan plan =
        plan(Hosts.TWO_SOCKETS, PlacementRequest.allCores().withHousekeeping(CpuSet.of(3, 11, 7)));

    assertThat(cpus(plan)).containsExactly(0, 1, 2, 4, 5, 6);
    assertThat(aggregator(plan, 0)).isEqualTo("3");
    assertThat(aggregator(plan, 1)).isEqualTo("7");
    assertThat(plan.network().cpus()).hasToString("11");
  }

  @Test
  void shouldRefuseHousekeepingThatCannotBe() {
    PlacementRequest request = count(1).withHousekeeping(CpuSet.of(1, 2, 12));

    assertThatThrownBy(() -> plan(Hosts.ISOLATED_CPUS, request))
        .isInstanceOf(PlacementException.class)
        .hasMessage(
            "placement: housekeeping=1-2,12 cannot be had, cpu=2 is isolated, and isolated CPUs are"
                + " for cores, cpu=12 does not exist; write CPUs of 0-1,4-5");
    PlacementPlan plan = plan(Hosts.ISOLATED_CPUS, request.orBestEffort());
    assertThat(aggregator(plan, 0)).isEqualTo("1");
    assertThat(plan.notes()).hasSize(2);
  }

  @Test
  void shouldDoWhatItCanOnBestEffort() {
    PlacementPlan plan = plan(Hosts.DESKTOP_SMT, count(9).orBestEffort());

    assertThat(cpus(plan)).containsExactly(0, 1, 2, 3);
    assertThat(plan.notes())
        .containsExactly(
            "placement: cores=9 cannot be had, 4 can be on cpus=0-3; cpus=4-7 idle beside another"
                + " thread of the same physical core");
    assertThat(cpus(plan(Hosts.DESKTOP_SMT, PlacementRequest.coreSet("7,8").orBestEffort())))
        .containsExactly(7);
    PlacementPlan crowded = plan(Hosts.LAPTOP, count(1).withHousekeepingPerNode(4).orBestEffort());
    assertThat(cpus(crowded)).containsExactly(0);
    assertThat(crowded.notes()).first().asString().contains("housekeeping=0-3 is given up");
  }

  @Test
  void shouldRefuseToPlanNoCoreEvenOnBestEffort() {
    assertThatThrownBy(() -> plan(Hosts.LAPTOP, PlacementRequest.coreSet("9").orBestEffort()))
        .isInstanceOf(PlacementException.class);
    assertThatThrownBy(
            () -> plan(Hosts.LAPTOP, PlacementRequest.allCores().withHousekeepingPerNode(4)))
        .isInstanceOf(PlacementException.class)
        .hasMessageContaining("cpus=0-3 kept for housekeeping");
  }

  @Test
  void shouldExplainItselfToPeople() {
    PlacementPlan plan =
        plan(
            Hosts.ISOLATED_CPUS,
            count(3).withIsolated(IsolatedUse.FIRST).withHousekeepingPerNode(1));

    assertThat(plan.explain().lines())
        .containsExactly(
            "placement by numa-packing: asked for core_count 3, cores=3 on nodes=[0, 1]",
            "  core 0   cpu 2    node 0   no node has room for all 3 on isolated CPUs, nodes by distance from the"
                + " first; first thread of its physical core, isolated",
            "  core 1   cpu 3    node 0   no node has room for all 3 on isolated CPUs, nodes by distance from the"
                + " first; first thread of its physical core, isolated",
            "  core 2   cpu 6    node 1   no node has room for all 3 on isolated CPUs, nodes by distance from the"
                + " first; first thread of its physical core, isolated",
            "  aggregator of node 0: cpus 0, kept free of cores on its node, sharing the last-level"
                + " cache with cores",
            "  aggregator of node 1: cpus 4, kept free of cores on its node, sharing the last-level"
                + " cache with cores",
            "  network threads: cpus 0,4, kept free of cores, shared with aggregators");
  }

  @Test
  void shouldRefuseRequestsThatContradictThemselves() {
    assertThatThrownBy(() -> count(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("placement: core_count=0 is too few, write 1 or more, or all_cores");
    assertThatThrownBy(() -> PlacementRequest.coreSet(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("placement: core_set is empty, write a list such as 2-5,8, or all_cores");
    assertThatThrownBy(() -> PlacementRequest.coreSet("2-x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> count(1).withHousekeepingPerNode(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("placement: housekeeping=-1 is negative, write 0 or more");
    assertThatThrownBy(() -> count(1).withHousekeeping(CpuSet.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PlacementRequest.coreSet("2-5").withHousekeeping(CpuSet.of(0, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "placement: cpus=5 are in core_set=2-5 and in housekeeping=0,5, write each in one of"
                + " them");
  }
}

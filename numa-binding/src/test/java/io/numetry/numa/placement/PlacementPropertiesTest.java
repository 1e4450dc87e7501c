package io.numetry.numa.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaTopology;
import io.numetry.numa.PlacementException;
import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import io.numetry.numa.topology.LogicalCpu;
import io.numetry.numa.topology.PhysicalCore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every plan on every host, whatever is asked for. */
final class PlacementPropertiesTest {

  @TempDir private Path root;

  private static List<PlacementRequest> requests(HostTopology host) {
    List<PlacementRequest> requests = new ArrayList<>();
    List<PlacementRequest> basic = new ArrayList<>(List.of(PlacementRequest.allCores()));
    int most = host.presentCpus().size() + 1;
    for (int cores = 1; cores <= most; cores += cores < 6 ? 1 : Math.max(1, most / 8)) {
      basic.add(PlacementRequest.coreCount(cores));
    }
    basic.add(PlacementRequest.coreSet(host.pinnableCpus()));
    basic.add(PlacementRequest.coreSet(CpuSet.of(host.pinnableCpus().first(), 99)));
    for (PlacementRequest request : basic) {
      for (ThreadUse threads : ThreadUse.values()) {
        for (IsolatedUse isolated : IsolatedUse.values()) {
          for (int kept = 0; kept <= 3; kept++) {
            PlacementRequest refined =
                request.withThreads(threads).withIsolated(isolated).withHousekeepingPerNode(kept);
            requests.add(refined);
            requests.add(refined.orBestEffort());
          }
        }
      }
      if (!(request.cores() instanceof CoreChoice.CoreSet)) {
        requests.add(
            request.withHousekeeping(CpuSet.of(host.pinnableCpus().first())).orBestEffort());
      }
    }
    return requests;
  }

  @ParameterizedTest
  @EnumSource(Hosts.class)
  void shouldHoldForEveryPlan(Hosts kind) {
    HostTopology host = HostTopology.read(kind.write(root).root());
    NumaTopology topology = NumaTopology.of(host);
    int plans = 0;
    for (PlacementRequest request : requests(host)) {
      PlacementPlan plan;
      try {
        plan = PlacementPlan.of(request, topology);
      } catch (PlacementException e) {
        assertThat(e)
            .as("%s", request)
            .hasMessageMatching(
                "placement: .* cannot be had.*; write .*|placement: .* cannot be had.*; name .*");
        assertThat(!request.bestEffort() || mayBeHopeless(request))
            .as("%s %s", request, e)
            .isTrue();
        continue;
      }
      plans++;
      check(plan, request, host);
      assertThat(PlacementPlan.of(request, topology)).as("the same again").isEqualTo(plan);
      assertThat(plan.explain().lines().count())
          .isEqualTo(2 + plan.cores().size() + plan.aggregators().size() + plan.notes().size());
    }
    assertThat(plans).isGreaterThan(20);
  }

  /** No core is left where all allowed CPUs are isolated and avoided, or a list takes the last. */
  private static boolean mayBeHopeless(PlacementRequest request) {
    return request.isolated() == IsolatedUse.AVOID || request.housekeepingCpus().isPresent();
  }

  private static void check(PlacementPlan plan, PlacementRequest request, HostTopology host) {
    CpuSet cores = plan.coreCpus();
    assertThat(cores.size()).as("no CPU twice").isEqualTo(plan.cores().size());
    assertThat(host.pinnableCpus().containsAll(cores)).isTrue();
    for (PlannedCore core : plan.cores()) {
      HostNode node = host.node(core.node()).orElseThrow();
      assertThat(node.cpus().contains(core.cpu())).isTrue();
      assertThat(core.memoryNode()).isEqualTo(host.memoryNode(core.node()));
      assertThat(core.reason()).isNotBlank();
    }
    CpuSet services = plan.network().cpus();
    for (PlannedService aggregator : plan.aggregators()) {
      services = services.union(aggregator.cpus());
      assertThat(aggregator.reason()).isNotBlank();
    }
    assertThat(host.allowedCpus().containsAll(services)).isTrue();
    assertThat(services.intersect(host.quietCpus()).isEmpty()).as("none isolated").isTrue();
    assertThat(plan.aggregators()).hasSize(plan.nodes().size());
    boolean given = plan.notes().stream().noneMatch(note -> note.contains("housekeeping"));
    if ((request.housekeepingPerNode() > 0 || request.housekeepingCpus().isPresent()) && given) {
      assertThat(services.intersect(cores).isEmpty()).as("kept free of cores").isTrue();
    }
    checkThreads(cores, request, host);
    checkPacked(plan, request, host);
  }

  private static void checkThreads(CpuSet cores, PlacementRequest request, HostTopology host) {
    if (request.cores() instanceof CoreChoice.CoreSet) {
      return;
    }
    boolean siblings =
        host.physicalCores().stream().anyMatch(c -> c.cpus().intersect(cores).size() > 1);
    if (request.threads() == ThreadUse.ONE_PER_CORE) {
      assertThat(siblings).as("one a physical core").isFalse();
    }
    if (request.threads() == ThreadUse.CORES_FIRST
        && siblings
        && request.housekeepingPerNode() == 0
        && request.housekeepingCpus().isEmpty()
        && request.isolated() != IsolatedUse.AVOID) {
      assertThat(
              host.physicalCores().stream()
                  .map(PhysicalCore::cpus)
                  .filter(threads -> !threads.intersect(host.pinnableCpus()).isEmpty()))
          .as("every physical core is in use before a sibling is")
          .allMatch(threads -> !threads.intersect(cores).isEmpty());
    }
  }

  /** Where one node could have had all of it, one node has. */
  private static void checkPacked(PlacementPlan plan, PlacementRequest request, HostTopology host) {
    boolean plain =
        request.cores() instanceof CoreChoice.CoreCount
            && request.threads() == ThreadUse.ONE_PER_CORE
            && request.housekeepingPerNode() == 0
            && request.housekeepingCpus().isEmpty()
            && host.quietCpus().isEmpty();
    if (!plain) {
      return;
    }
    boolean oneNodeWouldDo =
        host.nodes().stream()
            .anyMatch(
                node ->
                    host.physicalCores().stream()
                            .map(core -> core.cpus().intersect(node.cpus()))
                            .filter(cpus -> !cpus.intersect(host.pinnableCpus()).isEmpty())
                            .count()
                        >= plan.cores().size());
    assertThat(plan.nodes().size() == 1).isEqualTo(oneNodeWouldDo);
    assertThat(plan.coreCpus().stream().mapToObj(cpu -> host.cpu(cpu).orElseThrow()))
        .extracting(LogicalCpu::id)
        .doesNotHaveDuplicates();
  }
}

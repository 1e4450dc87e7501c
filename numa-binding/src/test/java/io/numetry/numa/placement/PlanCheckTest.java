package io.numetry.numa.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.numetry.numa.CpuSet;
import io.numetry.numa.PlacementException;
import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A strategy of somebody's own is not believed. */
final class PlanCheckTest {

  private static final PlacementRequest TWO = PlacementRequest.coreCount(2);
  private static final PlannedService NETWORK = service(OptionalInt.empty(), "0");
  private static final List<PlannedService> AGGREGATOR = List.of(service(OptionalInt.of(0), "0"));

  @TempDir private Path root;
  private HostTopology host;

  @BeforeEach
  void readHost() {
    host = HostTopology.read(Hosts.ISOLATED_CPUS.write(root).process("0-6", "0-1").root());
  }

  private static PlannedCore core(int index, int cpu, int node) {
    return new PlannedCore(index, cpu, node, OptionalInt.of(node), "a test");
  }

  private static PlannedService service(OptionalInt node, String cpus) {
    return new PlannedService(node, CpuSet.parse(cpus), false, "a test");
  }

  private record Fixed(
      List<PlannedCore> cores, List<PlannedService> aggregators, PlannedService network)
      implements PlacementStrategy {
    @Override
    public String name() {
      return "fixed";
    }

    @Override
    public PlacementPlan propose(PlacementRequest request, HostTopology host) {
      return new PlacementPlan(name(), request, cores, aggregators, network, List.of());
    }
  }

  @Test
  void shouldTakeAStrategyOfSomebodysOwn() {
    PlacementStrategy strategy =
        new Fixed(List.of(core(0, 2, 0), core(1, 3, 0)), AGGREGATOR, NETWORK);

    PlacementPlan plan = PlacementPlan.of(TWO, host, strategy);

    assertThat(plan.strategy()).isEqualTo("fixed");
    assertThat(plan.coresOn(0)).hasSize(2);
    assertThat(plan.coresOn(1)).isEmpty();
    assertThat(plan.aggregatorOf(1)).isEmpty();
  }

  static Stream<Arguments> lies() {
    List<PlannedCore> good = List.of(core(0, 2, 0), core(1, 3, 0));
    return Stream.of(
        arguments(List.of(), List.of(), NETWORK, "no core"),
        arguments(List.of(core(0, 2, 0), core(1, 2, 0)), AGGREGATOR, NETWORK, "cpu=2 twice"),
        arguments(
            List.of(core(1, 2, 0), core(0, 3, 0)),
            AGGREGATOR,
            NETWORK,
            "core index=1 out of order"),
        arguments(
            List.of(core(0, 2, 0), core(1, 7, 1)),
            AGGREGATOR,
            NETWORK,
            "cpu=7 that is outside sched affinity=0-6"),
        arguments(
            List.of(core(0, 2, 0), core(1, 9, 1)),
            AGGREGATOR,
            NETWORK,
            "cpu=9 that does not exist"),
        arguments(
            List.of(core(0, 2, 0), core(1, 3, 1)),
            AGGREGATOR,
            NETWORK,
            "cpu=3 on node=1, where it is not"),
        arguments(List.of(core(0, 2, 5)), AGGREGATOR, NETWORK, "cpu=2 on node=5, where it is not"),
        arguments(List.of(core(0, 2, 0)), AGGREGATOR, NETWORK, "cores=1 for core_count 2"),
        arguments(good, List.of(), NETWORK, "aggregators for nodes=[] and cores on nodes=[0]"),
        arguments(
            good,
            List.of(AGGREGATOR.getFirst(), AGGREGATOR.getFirst()),
            NETWORK,
            "aggregators for nodes=[0, 0] and cores on nodes=[0]"),
        arguments(
            good, AGGREGATOR, service(OptionalInt.empty(), "6"), "housekeeping on isolated cpus=6"),
        arguments(
            good,
            List.of(service(OptionalInt.of(0), "7-8")),
            NETWORK,
            "housekeeping on cpus=7-8 that are not allowed"),
        arguments(
            List.of(core(0, 0, 0), core(1, 2, 0)),
            AGGREGATOR,
            NETWORK,
            "housekeeping on cpus=0 with sharedWithCores=false"));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("lies")
  void shouldRefuseWhatCannotBe(
      List<PlannedCore> cores,
      List<PlannedService> aggregators,
      PlannedService network,
      String complaint) {
    assertThatThrownBy(() -> PlacementPlan.of(TWO, host, new Fixed(cores, aggregators, network)))
        .isInstanceOf(PlacementException.class)
        .hasMessage("placement: strategy=fixed proposes " + complaint + "; mend the strategy");
  }

  @Test
  void shouldRefuseWhatWasNotAskedFor() {
    Fixed strategy = new Fixed(List.of(core(0, 2, 0)), AGGREGATOR, NETWORK);

    assertThatThrownBy(
            () -> PlacementPlan.of(PlacementRequest.coreSet("3-4").orBestEffort(), host, strategy))
        .hasMessageContaining("cpus=2 for core_set 3-4");
    assertThatThrownBy(() -> PlacementPlan.of(PlacementRequest.coreSet("2-3"), host, strategy))
        .hasMessageContaining("cpus=2 for core_set 2-3");
    assertThatThrownBy(
            () ->
                PlacementPlan.of(
                    PlacementRequest.allCores().withHousekeeping(CpuSet.of(2)), host, strategy))
        .hasMessageContaining("cores on cpus=2 that are for housekeeping");
    assertThat(PlacementPlan.of(TWO.orBestEffort(), host, strategy).cores()).hasSize(1);
  }
}

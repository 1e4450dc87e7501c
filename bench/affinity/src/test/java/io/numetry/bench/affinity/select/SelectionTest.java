package io.numetry.bench.affinity.select;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.affinity.result.Cpu;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.bench.affinity.synthetic.FixtureHosts;
import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.topology.HostTopology;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelectionTest {

  private static HostCpus cpus(Hosts host) {
    return new HostCpus(FixtureHosts.of(host));
  }

  private static Relation relation(HostCpus cpus, int a, int b) {
    Map<Integer, Cpu> byId = cpus.all().stream().collect(Collectors.toMap(Cpu::id, cpu -> cpu));
    return cpus.relation(byId.get(a), byId.get(b));
  }

  @Test
  void tellsHowCpusAreRelated() {
    HostCpus epyc = cpus(Hosts.EPYC_NPS4);
    assertThat(relation(epyc, 0, 32)).isEqualTo(Relation.SIBLING);
    assertThat(relation(epyc, 0, 3)).isEqualTo(Relation.SAME_CACHE);
    assertThat(relation(epyc, 0, 4)).isEqualTo(Relation.SAME_NODE);
    assertThat(relation(epyc, 0, 8)).isEqualTo(Relation.OTHER_NODE);
  }

  @Test
  void nodesThatShareACacheAreOtherNodes() {
    assertThat(relation(cpus(Hosts.SUB_NUMA), 0, 3)).isEqualTo(Relation.OTHER_NODE);
  }

  /** Whatever the host: each pair once, of two CPUs that can be pinned to, correctly described. */
  @ParameterizedTest
  @EnumSource(Hosts.class)
  void everySelectionCanBeMeasured(Hosts host) {
    HostTopology topology = FixtureHosts.of(host);
    HostCpus cpus = new HostCpus(topology);
    for (boolean full : new boolean[] {false, true}) {
      Selection selection = Selection.of(cpus, full, true);
      assertThat(selection.handovers()).doesNotHaveDuplicates();
      assertThat(selection.handovers())
          .allSatisfy(pair -> assertThat(pair.from()).isLessThan(pair.to()));
      assertThat(selection.aggregators()).doesNotHaveDuplicates();
      for (List<CpuPair> pairs : List.of(selection.handovers(), selection.aggregators())) {
        assertThat(pairs)
            .allSatisfy(
                pair -> {
                  assertThat(topology.pinnableCpus().contains(pair.from())).isTrue();
                  assertThat(topology.pinnableCpus().contains(pair.to())).isTrue();
                  assertThat(pair.relation()).isEqualTo(relation(cpus, pair.from(), pair.to()));
                });
      }
      assertThat(selection.banks())
          .isNotEmpty()
          .doesNotHaveDuplicates()
          .allSatisfy(
              place -> {
                assertThat(topology.pinnableCpus().contains(place.cpu())).isTrue();
                assertThat(topology.node(place.bankNode()).orElseThrow().memoryAllowed()).isTrue();
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Hosts.class)
  void aFullRunMeasuresAllPairsAndLeavesNothingOut(Hosts host) {
    HostCpus cpus = cpus(host);
    int n = cpus.all().size();
    Selection selection = Selection.of(cpus, true, true);
    assertThat(selection.handovers()).hasSize(n * (n - 1) / 2);
    assertThat(selection.leftOut()).isEmpty();
  }

  @Test
  void aQuickRunMeasuresAllPairsOfFewCpus() {
    Selection selection = Selection.of(cpus(Hosts.TWO_SOCKETS), false, true);
    assertThat(selection.handovers()).hasSize(120);
    assertThat(selection.banks()).hasSize(4);
    assertThat(selection.leftOut()).isEmpty();
  }

  /** 128 CPUs: per node a sibling and one sharing the cache, and 28 pairs of nodes. */
  @Test
  void aQuickRunOfManyCpusMeasuresOnePairOfEachKindAndSaysSo() {
    HostCpus cpus = new HostCpus(FixtureHosts.eightNodesWithGaps(8));
    Selection selection = Selection.of(cpus, false, true);
    assertThat(selection.handovers()).hasSize(8 + 8 + 28);
    assertThat(selection.banks()).hasSize(8 * 3);
    assertThat(selection.banks().getFirst())
        .as("a node's own bank first, away from CPU 0")
        .isEqualTo(new BankPlace(1, 0, 0));
    assertThat(selection.aggregators()).hasSize(8 * (2 + 2));
    assertThat(selection.leftOut())
        .hasSize(3)
        .anySatisfy(text -> assertThat(text).contains("44 of 8128 pairs of CPUs"))
        .anySatisfy(text -> assertThat(text).contains("24 of 64 pairs of nodes"))
        .anySatisfy(text -> assertThat(text).contains("16 of 56 pairs of nodes"));
    assertThat(selection.impossible()).isEmpty();
  }

  @Test
  void saysWhatOneNodeOfCoresWithoutSiblingsDoesNotShow() {
    Selection selection = Selection.of(cpus(Hosts.LAPTOP), false, true);
    assertThat(selection.impossible())
        .hasSize(3)
        .anySatisfy(text -> assertThat(text).contains("one NUMA node: remote banks"))
        .anySatisfy(text -> assertThat(text).contains("aggregator on another node"))
        .anySatisfy(text -> assertThat(text).contains("SMT siblings"));
    assertThat(selection.banks()).hasSize(1);
  }

  @Test
  void withoutBindingThereAreNoRemoteBanks() {
    Selection selection = Selection.of(cpus(Hosts.TWO_SOCKETS), false, false);
    assertThat(selection.banks()).allSatisfy(b -> assertThat(b.bankNode()).isEqualTo(b.cpuNode()));
    assertThat(selection.impossible()).singleElement().asString().contains("cannot be bound");
  }

  @Test
  void aNodeWithoutMemoryHasItsBanksNextDoor() {
    Selection selection = Selection.of(cpus(Hosts.CPU_ONLY_NODE), false, true);
    assertThat(selection.banks())
        .filteredOn(place -> place.cpuNode() == 1)
        .extracting(BankPlace::bankNode)
        .containsExactly(2, 0);
  }

  @Test
  void isolatedCpusStandForOthersAndNothingElseIsPutThere() {
    HostCpus cpus = cpus(Hosts.ISOLATED_CPUS);
    JitterPlace place = JitterPlace.of(cpus, List.of(Relation.SAME_CACHE));
    assertThat(place.ownerCpu()).isEqualTo(2);
    assertThat(place.placed()).hasValue(0);
    assertThat(place.otherNode()).hasValue(4);
    assertThat(place.elsewhere()).hasToString("0-1");
  }

  @Test
  void otherThreadsStayOffTheOwnersPhysicalCore() {
    JitterPlace place =
        JitterPlace.of(cpus(Hosts.DESKTOP_SMT), List.of(Relation.SAME_CACHE, Relation.SIBLING));
    assertThat(place.ownerCpu()).isEqualTo(1);
    assertThat(place.sibling()).hasValue(5);
    assertThat(place.placed()).hasValue(0);
    assertThat(place.elsewhere()).hasToString("0,2-4,6-7");
    assertThat(place.otherNode()).isEmpty();
  }
}

package io.numetry.bench.affinity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.affinity.result.AffinityReport;
import io.numetry.bench.affinity.result.Recommendation;
import io.numetry.bench.affinity.result.Recommendation.NodeAggregator;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.synthetic.FixtureHosts;
import io.numetry.bench.affinity.synthetic.SyntheticResults;
import io.numetry.numa.CpuSet;
import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.placement.PlacementRequest;
import io.numetry.numa.placement.PlacementStrategy;
import io.numetry.numa.topology.HostTopology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecommenderTest {

  private static SyntheticResults results(Hosts host) {
    return new SyntheticResults(FixtureHosts.of(host), Mode.QUICK);
  }

  private static Recommendation recommended(Hosts host) {
    return results(host).report().recommendation();
  }

  @Test
  void wholePhysicalCoresAreKeptWhereASiblingCosts() {
    Recommendation recommendation = recommended(Hosts.TWO_SOCKETS);
    assertThat(recommendation.housekeeping()).isEqualTo("0,4,8,12");
    assertThat(recommendation.cores()).isEqualTo("1-3,5-7");
    assertThat(recommendation.aggregators())
        .containsExactly(new NodeAggregator(0, "0"), new NodeAggregator(1, "4"));
    assertThat(recommendation.because())
        .anySatisfy(
            reason ->
                assertThat(reason).contains("SMT sibling", "38 % longer", "whole physical cores"));
  }

  @Test
  void oneThreadIsEnoughWhereASiblingCostsNothing() {
    Recommendation recommendation =
        results(Hosts.TWO_SOCKETS).slowdown(Relation.SIBLING, 1.05).report().recommendation();
    assertThat(recommendation.housekeeping()).isEqualTo("8,12");
    assertThat(recommendation.cores()).isEqualTo("0-7");
    assertThat(recommendation.because())
        .anySatisfy(reason -> assertThat(reason).contains("no physical core is lost"));
    assertThat(recommendation.code())
        .contains("PlacementRequest.coreSet(\"0-7\")", "CpuSet.parse(\"8,12\")");
  }

  @Test
  void whatIsSlowerThanASiblingIsNoReasonToKeepMore() {
    assertThat(
            new RelationCosts(
                    results(Hosts.TWO_SOCKETS)
                        .slowdown(Relation.SAME_CACHE, 1.5)
                        .slowdown(Relation.OTHER_NODE, 1.6)
                        .result()
                        .aggregators())
                .siblingCosts())
        .isFalse();
  }

  @Test
  void amongEquallyCheapPlacesTheQuickerOneIsBetter() {
    SyntheticResults epyc = results(Hosts.EPYC_NPS4).slowdown(Relation.SAME_NODE, 1.05);
    assertThat(new RelationCosts(epyc.result().aggregators()).bestFirst())
        .containsExactly(
            Relation.SAME_CACHE, Relation.SAME_NODE, Relation.SIBLING, Relation.OTHER_NODE);
    epyc.latency(Relation.SAME_NODE, 1_000);
    assertThat(new RelationCosts(epyc.result().aggregators()).bestFirst())
        .startsWith(Relation.SAME_NODE, Relation.SAME_CACHE);
    epyc.slowdown(Relation.SAME_NODE, 1.2);
    assertThat(new RelationCosts(epyc.result().aggregators()).bestFirst())
        .startsWith(Relation.SAME_CACHE, Relation.SAME_NODE);
  }

  @Test
  void withoutMeasurementsSiblingsAreTakenToCost() {
    RelationCosts none = new RelationCosts(List.of());
    assertThat(none.siblingCosts()).isTrue();
    assertThat(none.bestFirst())
        .startsWith(Relation.SAME_CACHE)
        .endsWith(Relation.OTHER_NODE)
        .hasSize(4);
  }

  @Test
  void efficiencyCoresServeBeforeOthers() {
    assertThat(recommended(Hosts.HYBRID_X86).housekeeping()).isEqualTo("4");
  }

  @Test
  void isolatedCpusAreForCores() {
    Recommendation recommendation = recommended(Hosts.ISOLATED_CPUS);
    assertThat(recommendation.housekeeping()).isEqualTo("0,4");
    assertThat(recommendation.cores()).isEqualTo("1-3,5-7");
  }

  /** Whatever the host: the plan is one, and asks for what the code asks for. */
  @ParameterizedTest
  @EnumSource(Hosts.class)
  void everyRecommendationIsAPlanThatCanBeMade(Hosts host) {
    HostTopology topology = FixtureHosts.of(host);
    AffinityReport report = new SyntheticResults(topology, Mode.QUICK).report();
    Recommendation recommendation = report.recommendation();
    assertThat(recommendation.explained()).startsWith("placement by numa-packing");
    PlacementPlan plan =
        PlacementPlan.of(
            PlacementRequest.allCores()
                .withHousekeeping(CpuSet.parse(recommendation.housekeeping())),
            topology,
            PlacementStrategy.numaPacking());
    assertThat(plan.coreCpus()).hasToString(recommendation.cores());
    assertThat(plan.aggregators())
        .allSatisfy(aggregator -> assertThat(aggregator.sharedWithCores()).isFalse());
    assertThat(recommendation.code())
        .contains("CpuSet.parse(\"" + recommendation.housekeeping() + "\")");
    assertThat(report.verdict()).startsWith("Keep ").endsWith(".");
  }

  @Test
  void aSingleCpuKeepsNothing() {
    HostTopology one = HostTopology.assumed(CpuSet.of(0), "for this test");
    AffinityReport report = new SyntheticResults(one, Mode.QUICK).report();
    assertThat(report.recommendation().housekeeping()).isEmpty();
    assertThat(report.recommendation().cores()).isEqualTo("0");
    assertThat(report.recommendation().because()).contains("Node 0 keeps no CPU: it has only one.");
    assertThat(report.verdict()).startsWith("There is no CPU to keep free");
  }

  @Test
  void onePhysicalCoreIsSharedAndItIsSaid() {
    HostTopology topology = FixtureHosts.oneCoreOfTwoThreads();
    Recommendation recommendation =
        new SyntheticResults(topology, Mode.QUICK).report().recommendation();
    assertThat(recommendation.housekeeping()).isEqualTo("1");
    assertThat(recommendation.cores()).isEqualTo("0");
    assertThat(recommendation.because())
        .anySatisfy(reason -> assertThat(reason).contains("one physical core"));
  }
}

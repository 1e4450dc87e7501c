package io.numetry.bench.affinity.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Finding;
import io.numetry.bench.affinity.result.Finding.Grade;
import io.numetry.bench.affinity.result.Handover;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.result.Scenario;
import io.numetry.bench.affinity.result.Spread;
import io.numetry.bench.affinity.synthetic.FixtureHosts;
import io.numetry.bench.affinity.synthetic.SyntheticResults;
import io.numetry.numa.hosts.Hosts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static SyntheticResults results(Hosts host) {
    return new SyntheticResults(FixtureHosts.of(host), Mode.QUICK);
  }

  private static Finding finding(List<Finding> findings, String subject) {
    return findings.stream()
        .filter(finding -> finding.subject().equals(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError(subject + " is not among " + findings));
  }

  private static AffinityResult with(
      AffinityResult r, List<Handover> handovers, List<Jitter> jitters) {
    return new AffinityResult(
        r.run(),
        r.machine(),
        r.virtualMachine(),
        r.clock(),
        r.load(),
        r.nodes(),
        r.cpus(),
        handovers,
        r.recordings(),
        r.aggregators(),
        jitters,
        r.selection(),
        r.notMeasured());
  }

  @Test
  void aQuietTwoSocketHostHasNoWarning() {
    List<Finding> findings = Findings.of(results(Hosts.TWO_SOCKETS).result());
    assertThat(findings).noneMatch(finding -> finding.grade() == Grade.WARNING);
    assertThat(finding(findings, "exporting, well placed").found())
        .contains("1.15 µs, without telemetry 1.10 µs: 1.05x");
    assertThat(finding(findings, "aggregator: same cache").found()).endsWith("the best place here");
    assertThat(finding(findings, "aggregator: SMT sibling").advice())
        .isEqualTo("keep whole physical cores free for aggregators");
    assertThat(finding(findings, "recording, bank on another node").advice()).contains("pin");
  }

  @Test
  void aBusyMachineIsMarkedInFindingAndVerdict() {
    var report = results(Hosts.TWO_SOCKETS).busy().report();
    assertThat(finding(report.findings(), "background load").grade()).isEqualTo(Grade.WARNING);
    assertThat(report.findings()).noneMatch(finding -> finding.grade() == Grade.GOOD);
    assertThat(report.verdict())
        .isEqualTo(
            "Not to be trusted, the machine was busy. Keep CPUs 0,4,8,12 free for aggregators, and"
                + " give cores CPUs 1-3,5-7.");
  }

  @Test
  void aSmokeRunIsMarkedInFindingAndVerdict() {
    var report = new SyntheticResults(FixtureHosts.of(Hosts.LAPTOP), Mode.SMOKE).report();
    assertThat(report.findings().getFirst().subject()).isEqualTo("length of the run");
    assertThat(report.verdict()).startsWith("A smoke run");
  }

  @Test
  void exportingThatDisturbsTheOwnerIsWarnedOf() {
    AffinityResult result = results(Hosts.TWO_SOCKETS).result();
    List<Jitter> jitters = new ArrayList<>(result.jitters());
    jitters.replaceAll(
        j ->
            j.scenario() == Scenario.ON_PLACED
                ? new Jitter(
                    j.scenario(),
                    1,
                    "CPU 0",
                    1,
                    1_000,
                    1_000,
                    1_000,
                    2_200,
                    9_000,
                    9_900,
                    0,
                    0,
                    0,
                    1)
                : j);
    Finding finding =
        finding(Findings.of(with(result, result.handovers(), jitters)), "exporting, well placed");
    assertThat(finding.grade()).isEqualTo(Grade.WARNING);
    assertThat(finding.found()).contains("2.00x");
  }

  @Test
  void aSlowPairWithinANodeIsNamedAndOneOfFarNodesIsNot() {
    AffinityResult result = results(Hosts.TWO_SOCKETS).result();
    List<Handover> handovers = new ArrayList<>(result.handovers());
    handovers.replaceAll(
        h ->
            h.from() == 1 && h.to() == 3
                ? new Handover(1, 3, 0, 0, Relation.SAME_CACHE, Spread.of(400))
                : h.from() == 0 && h.to() == 4
                    ? new Handover(0, 4, 0, 1, Relation.OTHER_NODE, Spread.of(900))
                    : h);
    Finding finding =
        finding(Findings.of(with(result, handovers, result.jitters())), "slow pairs of CPUs");
    assertThat(finding.found()).startsWith("1 take").contains("1 and 3 400 ns");
  }

  @Test
  void whatWasNotMeasuredHasNoFinding() {
    AffinityResult result = results(Hosts.LAPTOP).result();
    assertThat(Findings.of(with(result, List.of(), List.of())))
        .extracting(Finding::subject)
        .containsExactly(
            "background load",
            "aggregator: same cache",
            "recording, bank on its own node",
            "flip, the owner's part");
  }

  @Test
  void aVerdictNamesNoLongListOfCpus() {
    var report = new SyntheticResults(FixtureHosts.eightNodesWithGaps(8), Mode.QUICK).report();
    assertThat(report.verdict())
        .startsWith(
            "Keep 16 CPUs free for aggregators, and give cores 56 CPUs (the placement below says"
                + " which): exporting");
  }

  @Test
  void theVerdictComparesOnlyWithWhatIsWorse() {
    AffinityResult result = results(Hosts.LAPTOP).result();
    String usual = results(Hosts.LAPTOP).report().verdict();
    assertThat(usual)
        .isEqualTo(
            "Keep CPU 0 free for aggregators, and give cores CPUs 1-3: exporting then leaves an"
                + " owner's p99.99 at 1.05x of what it is without telemetry, against 72.4x with the"
                + " aggregator on the owner's own CPU.");
    List<Jitter> jitters = new ArrayList<>(result.jitters());
    jitters.removeIf(j -> j.scenario() == Scenario.ON_SAME_CPU);
    assertThat(
            Verdict.of(
                with(result, result.handovers(), jitters),
                results(Hosts.LAPTOP).report().recommendation()))
        .endsWith("of what it is without telemetry.");
  }
}

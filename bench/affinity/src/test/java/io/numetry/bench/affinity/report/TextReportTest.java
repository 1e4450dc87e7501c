package io.numetry.bench.affinity.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.affinity.result.AffinityReport;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.synthetic.FixtureHosts;
import io.numetry.bench.affinity.synthetic.SyntheticResults;
import io.numetry.numa.hosts.Hosts;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static String text(AffinityReport report) {
    return TextReport.of(report);
  }

  @Test
  void startsWithTheVerdictAndHasTheMatrix() {
    AffinityReport report =
        new SyntheticResults(FixtureHosts.of(Hosts.LAPTOP), Mode.QUICK).report();
    assertThat(text(report))
        .startsWith(report.verdict() + "\n")
        .contains("hand-over of a cache line, ns one way, by CPU")
        .containsPattern("(?m)^ {7}1 +2\\d +- +2\\d +2\\d$")
        .contains("aggregator of node 0: cpus 0")
        .contains("not measured: There is only one NUMA node");
  }

  @Test
  void manyCpusAreShownByNodes() {
    String text =
        text(new SyntheticResults(FixtureHosts.eightNodesWithGaps(8), Mode.QUICK).report());
    assertThat(text)
        .contains("by node")
        .containsPattern("(?m)^ +0 +1 +2 +4 +5 +8 +9 +11$")
        .contains("a choice: Hand-over between 44 of 8128");
  }
}

package io.numetry.bench.affinity.judge;

import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.affinity.result.Recommendation;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.result.Scenario;
import io.numetry.bench.support.report.Figures;
import io.numetry.numa.CpuSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one sentence that whoever reads nothing else shall read. */
public final class Verdict {

  /** A longer list of CPUs makes no sentence. */
  private static final int LONGEST_LIST = 24;

  private Verdict() {}

  public static String of(AffinityResult result, Recommendation recommendation) {
    String effect = result.trusted() ? effect(result) : "";
    return trust(result) + advice(recommendation) + effect + ".";
  }

  private static String trust(AffinityResult result) {
    if (result.run().mode() == Mode.SMOKE) {
      return "A smoke run, whose figures mean nothing. ";
    }
    return result.load().high() ? "Not to be trusted, the machine was busy. " : "";
  }

  private static String advice(Recommendation recommendation) {
    String kept = recommendation.housekeeping();
    if (kept.isEmpty()) {
      return "There is no CPU to keep free for aggregators here";
    }
    return "Keep "
        + cpus(kept)
        + " free for aggregators, and give cores "
        + (recommendation.cores().isEmpty() ? "the rest" : cpus(recommendation.cores()))
        + (Math.max(kept.length(), recommendation.cores().length()) > LONGEST_LIST
            ? " (the placement below says which)"
            : "");
  }

  private static String cpus(String list) {
    if (list.length() > LONGEST_LIST) {
      return CpuSet.parse(list).size() + " CPUs";
    }
    return (list.matches("\\d+") ? "CPU " : "CPUs ") + list;
  }

  private static String effect(AffinityResult result) {
    Optional<Jitter> off = result.jitter(Scenario.OFF_PINNED);
    Optional<Jitter> on = result.jitter(Scenario.ON_PLACED);
    if (off.isEmpty() || on.isEmpty()) {
      return "";
    }
    List<Jitter> wrong =
        Stream.of(Scenario.ON_SIBLING, Scenario.ON_OTHER_NODE, Scenario.ON_SAME_CPU)
            .flatMap(scenario -> result.jitter(scenario).stream())
            .toList();
    Optional<Jitter> worst =
        wrong.stream()
            .max(Comparator.comparingDouble(Jitter::p9999))
            .filter(jitter -> jitter.p9999() > Findings.JITTER_LIMIT * on.get().p9999());
    return ": exporting then leaves an owner's p99.99 at "
        + Figures.times(on.get().p9999() / off.get().p9999())
        + " of what it is without telemetry"
        + worst
            .map(
                jitter ->
                    ", against "
                        + Figures.times(jitter.p9999() / off.get().p9999())
                        + " with the aggregator on "
                        + place(jitter.scenario()))
            .orElse("");
  }

  private static String place(Scenario scenario) {
    return switch (scenario) {
      case ON_SIBLING -> "the owner's SMT sibling";
      case ON_OTHER_NODE -> "another node";
      default -> "the owner's own CPU";
    };
  }
}

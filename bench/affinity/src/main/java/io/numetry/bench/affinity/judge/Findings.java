package io.numetry.bench.affinity.judge;

import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Finding;
import io.numetry.bench.affinity.result.Finding.Grade;
import io.numetry.bench.affinity.result.Handover;
import io.numetry.bench.affinity.result.Jitter;
import io.numetry.bench.affinity.result.Recording;
import io.numetry.bench.affinity.result.Relation;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.result.Scenario;
import io.numetry.bench.support.report.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Reads the figures, one finding a subject, always in the same order. */
public final class Findings {

  /** What exporting may do to an owner's p99.9. */
  static final double JITTER_LIMIT = 1.1;

  private static final double SLOW_PAIR = 2;
  private static final double REMOTE_MATTERS = 1.15;
  private static final double FLIP_LIMIT_NANOS = 30;
  private static final int MOST_PAIRS = 3;

  private final AffinityResult result;
  private final RelationCosts costs;
  private final List<Finding> findings = new ArrayList<>();

  private Findings(AffinityResult result) {
    this.result = result;
    this.costs = new RelationCosts(result.aggregators());
  }

  public static List<Finding> of(AffinityResult result) {
    Findings reader = new Findings(result);
    reader.trust();
    reader.exporting();
    reader.aggregator();
    reader.misplaced();
    reader.pinning();
    reader.recording();
    reader.flips();
    reader.handover();
    return List.copyOf(reader.findings);
  }

  private void trust() {
    if (result.run().mode() == Mode.SMOKE) {
      warn("length of the run", "a smoke run, too short for its figures to mean anything", "");
    }
    if (result.load().high()) {
      warn(
          "background load",
          result.load().why(),
          "stop what else runs, and measure again: these figures are not to be trusted");
    } else {
      good("background load", "low before and after the run");
    }
    if (result.virtualMachine()) {
      note(
          "virtual machine",
          "a hypervisor is beneath: its CPUs may move, and the topology may not be the hardware's",
          "measure on the machine that the engine will run on");
    }
  }

  private void exporting() {
    Optional<Jitter> off = result.jitter(Scenario.OFF_PINNED);
    Optional<Jitter> on = result.jitter(Scenario.ON_PLACED);
    if (off.isEmpty() || on.isEmpty()) {
      return;
    }
    double ratio = on.get().p999() / off.get().p999();
    String found =
        "p99.9 of the owner's turns "
            + Figures.nanos(on.get().p999())
            + ", without telemetry "
            + Figures.nanos(off.get().p999())
            + ": "
            + Figures.times(ratio)
            + "; p99.99 "
            + Figures.nanos(on.get().p9999())
            + " against "
            + Figures.nanos(off.get().p9999())
            + "; longest turn "
            + Figures.nanos(on.get().max())
            + " against "
            + Figures.nanos(off.get().max());
    if (ratio <= JITTER_LIMIT) {
      good("exporting, well placed", found);
    } else {
      warn(
          "exporting, well placed",
          found,
          "see what else runs on the owner's CPU: scripts/numa-doctor; isolate it");
    }
  }

  private void aggregator() {
    for (Relation relation : Relation.values()) {
      costs
          .of(relation)
          .ifPresent(
              cost -> {
                String found =
                    "while it drains without a pause the owner's turns take "
                        + Figures.longer(cost.slowdown())
                        + ", and a flip is drained after "
                        + Figures.nanos(cost.latencyNanos());
                String subject = "aggregator: " + relation.label();
                if (relation == costs.bestFirst().getFirst()) {
                  good(subject, found + (costs.haveChoice() ? ": the best place here" : ""));
                } else {
                  note(
                      subject,
                      found,
                      relation == Relation.SIBLING && costs.siblingCosts()
                          ? "keep whole physical cores free for aggregators"
                          : "");
                }
              });
    }
  }

  private void misplaced() {
    Optional<Jitter> placed = result.jitter(Scenario.ON_PLACED);
    for (Scenario scenario :
        List.of(Scenario.ON_SIBLING, Scenario.ON_OTHER_NODE, Scenario.ON_SAME_CPU)) {
      Optional<Jitter> wrong = result.jitter(scenario);
      if (wrong.isEmpty() || placed.isEmpty()) {
        continue;
      }
      double ratio = wrong.get().p9999() / placed.get().p9999();
      note(
          scenario.label(),
          "p99.99 "
              + Figures.nanos(wrong.get().p9999())
              + ", "
              + Figures.times(ratio)
              + " of the well placed one's; longest turn "
              + Figures.nanos(wrong.get().max()),
          ratio > JITTER_LIMIT ? "keep CPUs free for aggregators, as recommended below" : "");
    }
  }

  private void pinning() {
    Optional<Jitter> pinned = result.jitter(Scenario.OFF_PINNED);
    Optional<Jitter> floating = result.jitter(Scenario.OFF_FLOATING);
    if (pinned.isEmpty() || floating.isEmpty()) {
      return;
    }
    double ratio = floating.get().p9999() / pinned.get().p9999();
    note(
        "owner not pinned",
        "p99.99 "
            + Figures.nanos(floating.get().p9999())
            + ", pinned "
            + Figures.nanos(pinned.get().p9999())
            + ": "
            + Figures.times(ratio)
            + "; CPU changes: "
            + floating.get().cpuChanges(),
        ratio > JITTER_LIMIT ? "pin owners" : "");
  }

  private void recording() {
    List<Recording> local = recordings(Recording::local);
    List<Recording> remote = recordings(r -> !r.local());
    if (local.isEmpty()) {
      return;
    }
    double warm = median(local, r -> r.warm().p50());
    double baseline = median(local, r -> r.baseline().p50());
    good(
        "recording, bank on its own node",
        "a counter's add and a poll take "
            + Figures.nanos(warm)
            + ", an array's element and a look "
            + Figures.nanos(baseline)
            + "; an add to memory that no cache holds "
            + Figures.nanos(median(local, r -> r.cold().p50())));
    if (!remote.isEmpty()) {
      Recording worst =
          remote.stream().max(Comparator.comparingDouble(r -> r.cold().p50())).orElseThrow();
      double ratio = worst.cold().p50() / median(local, r -> r.cold().p50());
      note(
          "recording, bank on another node",
          "a warm add takes "
              + Figures.longer(median(remote, r -> r.warm().p50()) / warm)
              + "; a cold one up to "
              + Figures.nanos(worst.cold().p50())
              + " (CPU "
              + worst.cpu()
              + ", bank on node "
              + worst.bankNode()
              + "), "
              + Figures.times(ratio)
              + " of a local one",
          ratio > REMOTE_MATTERS ? "pin owners before they open their cores" : "");
    }
    if (result.recordings().stream().anyMatch(r -> !r.coldExceedsCache())) {
      note(
          "cold adds",
          "the walk of "
              + Figures.mebibytes(result.recordings().getFirst().coldBytes())
              + " may fit the last-level cache, or its size is not told",
          "take cold adds for a lower bound");
    }
  }

  private void flips() {
    List<Recording> local = recordings(Recording::local);
    if (!local.isEmpty()) {
      double flip = median(local, r -> r.flip().p50());
      if (flip <= FLIP_LIMIT_NANOS) {
        good("flip, the owner's part", Figures.nanos(flip));
      } else {
        note("flip, the owner's part", Figures.nanos(flip) + ", 30 ns is the aim", "");
      }
    }
  }

  private void handover() {
    if (result.handovers().isEmpty()) {
      return;
    }
    List<String> parts = new ArrayList<>();
    List<Handover> slow = new ArrayList<>();
    for (Relation relation : Relation.values()) {
      List<Handover> some =
          result.handovers().stream().filter(h -> h.relation() == relation).toList();
      if (!some.isEmpty()) {
        double[] medians = some.stream().mapToDouble(h -> h.nanos().p50()).sorted().toArray();
        double middle = medians[(medians.length - 1) / 2];
        parts.add(relation.label() + " " + Figures.nanos(middle));
        // Nodes may be several hops apart; within a node there is no reason for it.
        some.stream()
            .filter(h -> relation != Relation.OTHER_NODE && h.nanos().p50() > SLOW_PAIR * middle)
            .forEach(slow::add);
      }
    }
    good("hand-over of a cache line", "one way, median: " + String.join(", ", parts));
    if (!slow.isEmpty()) {
      slow.sort(Comparator.comparingDouble((Handover h) -> h.nanos().p50()).reversed());
      warn(
          "slow pairs of CPUs",
          slow.size()
              + " take more than twice the median of their kind: "
              + slow.stream()
                  .limit(MOST_PAIRS)
                  .map(h -> h.from() + " and " + h.to() + " " + Figures.nanos(h.nanos().p50()))
                  .collect(Collectors.joining(", ")),
          "see whether something else ran there, or measure again");
    }
  }

  private List<Recording> recordings(Predicate<Recording> which) {
    return result.recordings().stream().filter(which).toList();
  }

  static double median(List<Recording> recordings, ToDoubleFunction<Recording> value) {
    double[] sorted = recordings.stream().mapToDouble(value).sorted().toArray();
    return sorted[(sorted.length - 1) / 2];
  }

  private void good(String subject, String found) {
    Grade grade = result.trusted() ? Grade.GOOD : Grade.NOTE;
    findings.add(new Finding(grade, subject, found, ""));
  }

  private void note(String subject, String found, String advice) {
    findings.add(new Finding(Grade.NOTE, subject, found, advice));
  }

  private void warn(String subject, String found, String advice) {
    findings.add(new Finding(Grade.WARNING, subject, found, advice));
  }
}

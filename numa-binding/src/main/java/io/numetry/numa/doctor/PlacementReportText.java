package io.numetry.numa.doctor;

import io.numetry.numa.placed.PageTally;
import io.numetry.numa.placed.PlacedRange;
import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadCounts;
import io.numetry.numa.placed.ThreadState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A placement report for people. */
final class PlacementReportText {

  private static final String UNKNOWN = "?";

  private PlacementReportText() {}

  static String of(PlacementReport report) {
    StringBuilder text = new StringBuilder();
    text.append("placement of process ").append(report.pid()).append("\n\n");
    report.plan().ifPresent(plan -> text.append(plan).append('\n'));
    List<List<String>> threads = new ArrayList<>();
    threads.add(
        List.of(
            "thread",
            "",
            "number",
            "wanted",
            "allowed",
            "ran on",
            "node wanted",
            "node",
            "minor",
            "major",
            "voluntary",
            "involuntary",
            "migrations"));
    report.threads().forEach(thread -> threads.add(row(report, thread)));
    ReportText.table(threads, text);
    text.append("  (page faults, switches and migrations since each was placed)\n\n");
    List<List<String>> ranges = new ArrayList<>();
    ranges.add(
        List.of("memory", "of", "node", "ranges", "size", "local", "remote", "absent", "unknown"));
    Map<Group, Sum> sums = new LinkedHashMap<>();
    report.ranges().forEach(range -> sums.merge(Group.of(range), Sum.of(range), Sum::plus));
    sums.forEach((group, sum) -> ranges.add(row(group, sum)));
    ReportText.table(ranges, text);
    text.append("  (pages of 4096 bytes, or of the size of the host's ordinary pages)\n\n");
    ReportText.findings(report.findings(), text);
    long warnings =
        report.findings().stream().filter(f -> f.severity() == Severity.WARNING).count();
    return text.append(report.asPlanned() ? "no deviations" : "deviations=" + warnings)
        .append(" remote pages=")
        .append(report.remotePages())
        .append(" unknown pages=")
        .append(report.unknownPages())
        .append('\n')
        .toString();
  }

  private static List<String> row(PlacementReport report, ThreadState state) {
    PlacedThread placed = state.placed();
    ThreadCounts since = state.since();
    return List.of(
        placed.role().word(),
        placed.name(),
        String.valueOf(placed.kernelThread()),
        placed.wantedCpus().isEmpty() ? "any" : placed.wantedCpus().toString(),
        state.allowedCpus().map(Object::toString).orElse(state.there() ? UNKNOWN : "ended"),
        text(state.lastCpu()),
        placed.wantedNode().isPresent() ? text(placed.wantedNode()) : "any",
        text(report.nodeOf(state.lastCpu())),
        text(since.minorFaults()),
        text(since.majorFaults()),
        text(since.voluntarySwitches()),
        text(since.involuntarySwitches()),
        text(since.migrations()));
  }

  /** Ranges that are told of together. */
  private record Group(String kind, String owner, int node, OptionalInt memoryNode) {
    static Group of(RangeState state) {
      PlacedRange placed = state.placed();
      return new Group(placed.kind(), placed.owner(), placed.node(), placed.memoryNode());
    }
  }

  private record Sum(int ranges, long bytes, PageTally pages) {
    static Sum of(RangeState state) {
      return new Sum(1, state.placed().bytes(), state.pages());
    }

    Sum plus(Sum other) {
      return new Sum(ranges + other.ranges, bytes + other.bytes, pages.plus(other.pages));
    }
  }

  private static List<String> row(Group group, Sum sum) {
    return List.of(
        group.kind(),
        group.owner(),
        group.memoryNode().equals(OptionalInt.of(group.node()))
            ? String.valueOf(group.node())
            : group.node() + " from " + text(group.memoryNode()),
        String.valueOf(sum.ranges()),
        Amount.of(sum.bytes()),
        String.valueOf(sum.pages().local()),
        String.valueOf(sum.pages().remote()),
        String.valueOf(sum.pages().absent()),
        String.valueOf(sum.pages().unknown()));
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : UNKNOWN;
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : UNKNOWN;
  }
}

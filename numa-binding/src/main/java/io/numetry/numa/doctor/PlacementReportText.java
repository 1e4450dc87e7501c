package io.numetry.numa.doctor;

import io.numetry.numa.placed.PageTally;
import io.numetry.numa.placed.PlacedRange;
import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadCounts;
import io.numetry.numa.placed.ThreadState;
import java.util.ArrayList;
import java.util.List;
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
        List.of("memory", "of", "node", "address", "size", "local", "remote", "absent", "unknown"));
    report.ranges().forEach(range -> ranges.add(row(range)));
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

  private static List<String> row(RangeState state) {
    PlacedRange placed = state.placed();
    PageTally pages = state.pages();
    return List.of(
        placed.kind(),
        placed.owner(),
        placed.memoryNode().equals(OptionalInt.of(placed.node()))
            ? String.valueOf(placed.node())
            : placed.node() + " from " + text(placed.memoryNode()),
        Long.toUnsignedString(placed.address(), 16),
        Amount.of(placed.bytes()),
        String.valueOf(pages.local()),
        String.valueOf(pages.remote()),
        String.valueOf(pages.absent()),
        String.valueOf(pages.unknown()));
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : UNKNOWN;
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : UNKNOWN;
  }
}

package io.numetry.numa.doctor;

import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A report for people. */
final class ReportText {

  private static final String ADVICE = "               -> ";

  private ReportText() {}

  static String of(Report report) {
    StringBuilder text = new StringBuilder();
    text.append("host at ").append(report.root()).append("\n\n");
    table(rows(report.host()), text);
    text.append('\n');
    report.plan().ifPresent(plan -> text.append(plan.explain()).append('\n'));
    findings(report.findings(), text);
    return text.append('\n')
        .append("warnings=")
        .append(report.count(Severity.WARNING))
        .append(" notes=")
        .append(report.count(Severity.NOTE))
        .append(" ok=")
        .append(report.count(Severity.OK))
        .append('\n')
        .toString();
  }

  static void findings(List<Finding> findings, StringBuilder text) {
    for (Finding finding : findings) {
      text.append(pad("  " + finding.severity(), 11))
          .append(finding.subject())
          .append(": ")
          .append(finding.found())
          .append('\n');
      if (!finding.advice().isEmpty()) {
        text.append(ADVICE).append(finding.advice()).append('\n');
      }
    }
  }

  private static List<List<String>> rows(HostTopology host) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("node", "CPUs", "to be had", "memory", "free", "distances"));
    for (HostNode node : host.nodes()) {
      CpuSet usable = node.cpus().intersect(host.pinnableCpus());
      rows.add(
          List.of(
              String.valueOf(node.id()),
              list(node.cpus()),
              usable.equals(node.cpus()) && !usable.isEmpty() ? "all" : list(usable),
              node.hasMemory()
                  ? Amount.of(node.memory().totalBytes())
                      + (node.memoryAllowed() ? "" : " (not allowed)")
                  : "none",
              node.hasMemory() ? Amount.of(node.memory().freeBytes()) : "none",
              distances(host, node.id())));
    }
    return rows;
  }

  private static String list(CpuSet cpus) {
    return cpus.isEmpty() ? "none" : cpus.toString();
  }

  private static String distances(HostTopology host, int from) {
    return host.nodes().stream()
        .map(to -> host.distances().between(from, to.id()))
        .map(distance -> distance.isPresent() ? text(distance) : "?")
        .collect(Collectors.joining(" "));
  }

  private static String text(OptionalInt number) {
    return String.valueOf(number.getAsInt());
  }

  static void table(List<List<String>> rows, StringBuilder text) {
    int[] widths = new int[rows.getFirst().size()];
    Arrays.setAll(
        widths,
        column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0) + 2);
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int column = 0; column < widths.length; column++) {
        line.append(pad(row.get(column), widths[column]));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}

package io.numetry.numa.doctor;

import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.placement.PlannedCore;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A report for programs: one JSON object. What is not known is null. Members may be added without a
 * new version; none is renamed or removed without one.
 */
final class ReportJson {

  static final int VERSION = 1;

  private ReportJson() {}

  static String of(Report report) {
    HostTopology host = report.host();
    return "{\"format\":\"numetry-numa-doctor\",\"version\":"
        + VERSION
        + ",\"root\":"
        + string(report.root().toString())
        + ",\"status\":"
        + report.status()
        + ",\"nodes\":"
        + array(host.nodes().stream().map(node -> node(host, node)).toList())
        + ",\"plan\":"
        + report.plan().map(ReportJson::plan).orElse("null")
        + ",\"findings\":"
        + array(report.findings().stream().map(ReportJson::finding).toList())
        + "}\n";
  }

  private static String node(HostTopology host, HostNode node) {
    return "{\"id\":"
        + node.id()
        + ",\"cpus\":"
        + string(node.cpus().toString())
        + ",\"pinnableCpus\":"
        + string(node.cpus().intersect(host.pinnableCpus()).toString())
        + ",\"hasMemory\":"
        + node.hasMemory()
        + ",\"memoryAllowed\":"
        + node.memoryAllowed()
        + ",\"totalBytes\":"
        + number(node.memory().totalBytes())
        + ",\"freeBytes\":"
        + number(node.memory().freeBytes())
        + ",\"distances\":"
        + array(
            host.nodes().stream()
                .map(
                    to ->
                        "{\"node\":"
                            + to.id()
                            + ",\"distance\":"
                            + number(host.distances().between(node.id(), to.id()))
                            + "}")
                .toList())
        + "}";
  }

  private static String plan(PlacementPlan plan) {
    return "{\"strategy\":"
        + string(plan.strategy())
        + ",\"request\":"
        + string(plan.request().cores().toString())
        + ",\"cores\":"
        + array(plan.cores().stream().map(ReportJson::core).toList())
        + ",\"notes\":"
        + array(plan.notes().stream().map(ReportJson::string).toList())
        + ",\"explained\":"
        + string(plan.explain())
        + "}";
  }

  private static String core(PlannedCore core) {
    return "{\"index\":"
        + core.index()
        + ",\"cpu\":"
        + core.cpu()
        + ",\"node\":"
        + core.node()
        + ",\"memoryNode\":"
        + number(core.memoryNode())
        + ",\"reason\":"
        + string(core.reason())
        + "}";
  }

  static String finding(Finding finding) {
    return "{\"severity\":"
        + string(finding.severity().name())
        + ",\"subject\":"
        + string(finding.subject())
        + ",\"found\":"
        + string(finding.found())
        + ",\"advice\":"
        + (finding.advice().isEmpty() ? "null" : string(finding.advice()))
        + "}";
  }

  static String array(List<String> items) {
    return items.stream().collect(Collectors.joining(",", "[", "]"));
  }

  static String number(OptionalLong number) {
    return number.isPresent() ? String.valueOf(number.getAsLong()) : "null";
  }

  static String number(OptionalInt number) {
    return number.isPresent() ? String.valueOf(number.getAsInt()) : "null";
  }

  /** Quoted; all but printable ASCII is escaped, so that no encoding can spoil it. */
  static String string(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        quoted.append(c);
      } else {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return quoted.append('"').toString();
  }
}

package io.numetry.numa.doctor;

import io.numetry.numa.placed.PlacedProcess;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadState;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a process's threads and memory were to be and where they are, at one moment. Immutable.
 *
 * @param pid the process
 * @param plan the plan as {@code PlacementPlan.explain()} writes it; empty if there was none, or it
 *     is not known
 * @param host what CPUs and nodes there are
 * @param findings what is not as wanted, each with what to do about it, and what could not be told
 */
public record PlacementReport(
    long pid,
    Optional<String> plan,
    HostTopology host,
    List<ThreadState> threads,
    List<RangeState> ranges,
    List<Finding> findings) {

  static final int AS_PLANNED = 0;
  static final int DEVIATIONS = 1;
  static final int UNKNOWN = 3;

  public PlacementReport {
    threads = List.copyOf(threads);
    ranges = List.copyOf(ranges);
    findings = List.copyOf(findings);
  }

  /**
   * Judges states.
   *
   * @param further findings of whoever placed, such as wishes that were refused
   */
  public static PlacementReport of(
      long pid,
      Optional<String> plan,
      HostTopology host,
      List<ThreadState> threads,
      List<RangeState> ranges,
      List<Finding> further) {
    List<Finding> findings = new ArrayList<>(new PlacementFindings(host).of(threads, ranges));
    findings.addAll(further);
    return new PlacementReport(pid, plan, host, threads, ranges, findings);
  }

  /**
   * Looks at a process from outside.
   *
   * @param root the folder that proc and sys are in
   */
  static PlacementReport ofProcess(PlacedProcess process, HostTopology host, Path root) {
    return of(
        process.pid(),
        Optional.empty(),
        host,
        process.threadStates(root),
        process.rangeStates(root),
        List.of());
  }

  /**
   * True if nothing is elsewhere than it was to be; where pages could not be told, see findings.
   */
  public boolean asPlanned() {
    return findings.stream().noneMatch(finding -> finding.severity() == Severity.WARNING);
  }

  /** Pages that are elsewhere, of all ranges. */
  public long remotePages() {
    return ranges.stream().mapToLong(range -> range.pages().remote()).sum();
  }

  /** Pages of which nothing is told, of all ranges. */
  public long unknownPages() {
    return ranges.stream().mapToLong(range -> range.pages().unknown()).sum();
  }

  /** 0 as planned, 1 there are deviations, 3 there are none but not everything could be told. */
  int status() {
    if (!asPlanned()) {
      return DEVIATIONS;
    }
    return findings.stream().anyMatch(finding -> finding.found().startsWith("unknown"))
        ? UNKNOWN
        : AS_PLANNED;
  }

  /** The node of a CPU; empty if either is not known. */
  OptionalInt nodeOf(OptionalInt cpu) {
    return nodeOf(host, cpu);
  }

  static OptionalInt nodeOf(HostTopology host, OptionalInt cpu) {
    return cpu.isEmpty()
        ? OptionalInt.empty()
        : host.nodes().stream()
            .filter(node -> node.cpus().contains(cpu.getAsInt()))
            .mapToInt(HostNode::id)
            .findFirst();
  }

  /** The report for programs: one JSON object. Members may come with no new version. */
  public String toJson() {
    return PlacementReportJson.of(this);
  }

  /** The report for people. */
  @Override
  public String toString() {
    return PlacementReportText.of(this);
  }
}

package io.numetry.numa.doctor;

import io.numetry.numa.placed.PageTally;
import io.numetry.numa.placed.PlacedRange;
import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadCounts;
import io.numetry.numa.placed.ThreadState;

/** A placement report for programs, by the rules of {@link ReportJson}. */
final class PlacementReportJson {

  static final int VERSION = 1;

  private PlacementReportJson() {}

  static String of(PlacementReport report) {
    return "{\"format\":\"numetry-placement-report\",\"version\":"
        + VERSION
        + ",\"pid\":"
        + report.pid()
        + ",\"status\":"
        + report.status()
        + ",\"plan\":"
        + report.plan().map(ReportJson::string).orElse("null")
        + ",\"threads\":"
        + ReportJson.array(report.threads().stream().map(each -> thread(report, each)).toList())
        + ",\"memory\":"
        + ReportJson.array(report.ranges().stream().map(PlacementReportJson::range).toList())
        + ",\"findings\":"
        + ReportJson.array(report.findings().stream().map(ReportJson::finding).toList())
        + "}\n";
  }

  private static String thread(PlacementReport report, ThreadState state) {
    PlacedThread placed = state.placed();
    ThreadCounts since = state.since();
    return "{\"role\":"
        + ReportJson.string(placed.role().word())
        + ",\"name\":"
        + ReportJson.string(placed.name())
        + ",\"thread\":"
        + placed.kernelThread()
        + ",\"there\":"
        + state.there()
        + ",\"wantedCpus\":"
        + (placed.wantedCpus().isEmpty()
            ? "null"
            : ReportJson.string(placed.wantedCpus().toString()))
        + ",\"allowedCpus\":"
        + state.allowedCpus().map(cpus -> ReportJson.string(cpus.toString())).orElse("null")
        + ",\"lastCpu\":"
        + ReportJson.number(state.lastCpu())
        + ",\"wantedNode\":"
        + ReportJson.number(placed.wantedNode())
        + ",\"node\":"
        + ReportJson.number(report.nodeOf(state.lastCpu()))
        + ",\"minorFaults\":"
        + ReportJson.number(since.minorFaults())
        + ",\"majorFaults\":"
        + ReportJson.number(since.majorFaults())
        + ",\"voluntarySwitches\":"
        + ReportJson.number(since.voluntarySwitches())
        + ",\"involuntarySwitches\":"
        + ReportJson.number(since.involuntarySwitches())
        + ",\"migrations\":"
        + ReportJson.number(since.migrations())
        + "}";
  }

  private static String range(RangeState state) {
    PlacedRange placed = state.placed();
    PageTally pages = state.pages();
    return "{\"kind\":"
        + ReportJson.string(placed.kind())
        + ",\"owner\":"
        + ReportJson.string(placed.owner())
        + ",\"node\":"
        + placed.node()
        + ",\"memoryNode\":"
        + ReportJson.number(placed.memoryNode())
        + ",\"address\":"
        + ReportJson.string(Long.toUnsignedString(placed.address(), 16))
        + ",\"bytes\":"
        + placed.bytes()
        + ",\"localPages\":"
        + pages.local()
        + ",\"remotePages\":"
        + pages.remote()
        + ",\"absentPages\":"
        + pages.absent()
        + ",\"unknownPages\":"
        + pages.unknown()
        + "}";
  }
}

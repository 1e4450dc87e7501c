package io.numetry.numa.doctor;

import io.numetry.numa.CpuSet;
import io.numetry.numa.placed.PageTally;
import io.numetry.numa.placed.PlacedRange;
import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadRole;
import io.numetry.numa.placed.ThreadState;
import io.numetry.numa.topology.HostTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What differs from how threads and memory were to be placed, and what to do about it. */
final class PlacementFindings {

  private static final String UNTOLD =
      "see that /proc of the process can be read, by the same user";

  private final HostTopology host;

  PlacementFindings(HostTopology host) {
    this.host = host;
  }

  /** Deviations and notes; what is as planned is not told of. */
  List<Finding> of(List<ThreadState> threads, List<RangeState> ranges) {
    List<Finding> all = new ArrayList<>();
    threads.forEach(thread -> thread(thread, all));
    ranges.forEach(range -> range(range, all));
    return List.copyOf(all);
  }

  private void thread(ThreadState state, List<Finding> all) {
    PlacedThread placed = state.placed();
    String subject =
        placed.role().word() + " " + placed.name() + ", thread " + placed.kernelThread();
    if (!state.there()) {
      all.add(
          Finding.warning(
              subject,
              "has ended, or cannot be seen",
              "close a core before its thread ends; see the process's log for what ended it"));
      return;
    }
    CpuSet wanted = placed.wantedCpus();
    if (wanted.isEmpty()) {
      floating(subject, state, all);
    } else {
      pinned(subject, wanted, state, all);
    }
    counts(subject, wanted, state, all);
  }

  private void floating(String subject, ThreadState state, List<Finding> all) {
    OptionalInt node = PlacementReport.nodeOf(host, state.lastCpu());
    OptionalInt wanted = state.placed().wantedNode();
    if (wanted.isPresent() && node.isPresent() && !wanted.equals(node)) {
      all.add(
          Finding.note(
              subject,
              "is not pinned and ran last on cpu="
                  + state.lastCpu().getAsInt()
                  + " of node "
                  + node.getAsInt()
                  + ", its memory is on node "
                  + wanted.getAsInt(),
              "pin it, or leave it if it records little"));
    }
  }

  private static void pinned(String subject, CpuSet wanted, ThreadState state, List<Finding> all) {
    CpuSet allowed = state.allowedCpus().orElse(null);
    if (allowed == null && state.lastCpu().isEmpty()) {
      all.add(new Finding(Severity.NOTE, subject, "unknown, its CPUs are not told", UNTOLD));
    } else if (allowed != null && !allowed.equals(wanted)) {
      all.add(
          Finding.warning(
              subject,
              "may run on cpus=" + allowed + ", wanted cpus=" + wanted + lastly(state),
              "see what moved it: taskset, a control group's cpuset, a CPU that was switched off, or"
                  + " a refusal at the start that was put up with; then open it anew"));
    } else if (state.isMisplaced()) {
      all.add(
          Finding.warning(
              subject,
              "ran last on cpu=" + state.lastCpu().getAsInt() + ", wanted cpus=" + wanted,
              "it was put elsewhere meanwhile: see who changes affinities on this host"));
    }
  }

  private static String lastly(ThreadState state) {
    return state.lastCpu().isPresent() ? ", ran last on cpu=" + state.lastCpu().getAsInt() : "";
  }

  private static void counts(String subject, CpuSet wanted, ThreadState state, List<Finding> all) {
    OptionalLong migrations = state.since().migrations();
    if (wanted.size() == 1 && migrations.orElse(0) > 0) {
      all.add(
          Finding.warning(
              subject,
              "went to another CPU " + migrations.getAsLong() + " times since it was pinned",
              "see who changes affinities or switches CPUs off on this host"));
    }
    OptionalLong taken = state.since().involuntarySwitches();
    boolean core = state.placed().role() == ThreadRole.CORE;
    if (core && !wanted.isEmpty() && taken.orElse(0) > 0) {
      all.add(
          Finding.note(
              subject,
              "its CPU was taken from it " + taken.getAsLong() + " times since it was pinned",
              "keep others off the CPU: isolcpus, a cpuset of one's own, housekeeping CPUs in the"
                  + " request"));
    }
    OptionalLong major = state.since().majorFaults();
    if (core && major.orElse(0) > 0) {
      all.add(
          Finding.note(
              subject,
              "waited for a disk in " + major.getAsLong() + " page faults since it was placed",
              "lock memory, and see what takes memory away from the process"));
    }
  }

  private static void range(RangeState state, List<Finding> all) {
    PlacedRange placed = state.placed();
    PageTally pages = state.pages();
    String subject =
        placed.kind()
            + " of "
            + placed.owner()
            + " at "
            + Long.toUnsignedString(placed.address(), 16);
    if (pages.remote() > 0) {
      all.add(
          Finding.warning(
              subject,
              pages.remote()
                  + " pages are not on node "
                  + placed.memoryNode().orElse(placed.node())
                  + ": "
                  + pages.remark(),
              "see what moved them (migratepages, automatic NUMA balancing, a cpuset with"
                  + " memory_migrate) or that mbind is allowed; then open the core anew"));
    }
    if (pages.absent() > 0) {
      all.add(
          Finding.warning(
              subject,
              pages.absent() + " pages that were there are not in memory",
              "lock memory (MemoryOptions), or see what swaps on this host"));
    }
    if (pages.unknown() > 0) {
      all.add(
          Finding.note(
              subject,
              "unknown, where " + pages.unknown() + " pages lie: " + pages.remark(),
              "in a container, allow move_pages in the seccomp profile"));
    }
    if (placed.memoryNode().isPresent() && placed.memoryNode().getAsInt() != placed.node()) {
      all.add(
          Finding.note(
              subject,
              "node "
                  + placed.node()
                  + " has no memory to be had, node "
                  + placed.memoryNode().getAsInt()
                  + " lends",
              "use CPUs of nodes with memory"));
    }
  }
}

package io.numetry.numa.doctor;

import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.HostNode;
import io.numetry.numa.topology.HostTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What moves memory, takes it away or puts it far from the CPUs in use. */
final class MemoryFindings {

  private static final String THP = "/sys/kernel/mm/transparent_hugepage/";
  private static final String BALANCING = "/proc/sys/kernel/numa_balancing";
  private static final String SWAPPINESS = "/proc/sys/vm/swappiness";
  private static final String RECLAIM = "/proc/sys/vm/zone_reclaim_mode";
  private static final Pattern IN_FORCE = Pattern.compile("\\[([a-z+]+)\\]");
  private static final int LITTLE_SWAPPING = 10;

  /** A node is short of memory with less than a tenth free. */
  private static final int SHORT_OF = 10;

  private final HostTopology host;
  private final KernelFiles files;
  private final CpuSet inUse;

  MemoryFindings(HostTopology host, KernelFiles files, CpuSet inUse) {
    this.host = host;
    this.files = files;
    this.inUse = inUse;
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    all.add(hugePages());
    all.add(balancing());
    all.add(swapping());
    all.add(reclaim());
    all.add(nodeLimits());
    all.add(oddNodes());
    host.nodes().stream().filter(HostNode::hasMemory).forEach(node -> all.add(free(node)));
    return all;
  }

  private Finding hugePages() {
    String subject = "transparent huge pages";
    Optional<String> mode = inForce(THP + "enabled");
    if (mode.isEmpty()) {
      return Finding.unknown(subject, files.why(THP + "enabled"));
    }
    String defrag = inForce(THP + "defrag").orElse("unknown");
    String found = mode.get() + ", defrag=" + defrag;
    return switch (mode.get()) {
      case "madvise" -> Finding.ok(subject, found);
      case "always" ->
          defrag.equals("always")
              ? Finding.warning(
                  subject,
                  found + ", any page fault may stop to compact memory",
                  "echo madvise > " + THP + "defrag")
              : Finding.note(
                  subject,
                  found + ", memory nobody asked it for is gathered into huge pages",
                  "echo madvise > " + THP + "enabled");
      default ->
          Finding.note(
              subject,
              found + ", requests for transparent huge pages are not met",
              "echo madvise > " + THP + "enabled, if huge pages are wanted");
    };
  }

  /** The word in brackets. */
  private Optional<String> inForce(String path) {
    return files
        .text(path)
        .map(IN_FORCE::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }

  private Finding balancing() {
    String subject = "automatic NUMA balancing";
    OptionalLong mode = files.number(BALANCING);
    if (mode.isEmpty()) {
      return Finding.unknown(subject, files.why(BALANCING));
    }
    if (mode.getAsLong() == 0) {
      return Finding.ok(subject, "off, numa_balancing=0");
    }
    String found = "on, numa_balancing=" + mode.getAsLong();
    return host.nodes().size() == 1
        ? Finding.note(subject, found + ", of no effect on one node", "")
        : Finding.warning(
            subject,
            found + ", pages are made to fault and moved to find out who uses them",
            "sysctl kernel.numa_balancing=0");
  }

  private Finding swapping() {
    String subject = "swapping";
    boolean none = files.text("/proc/swaps").filter(text -> text.lines().count() == 1).isPresent();
    OptionalLong swappiness = files.number(SWAPPINESS);
    String value = "swappiness=" + (swappiness.isEmpty() ? "unknown" : swappiness.getAsLong());
    if (none) {
      return Finding.ok(subject, "no swap space, " + value);
    }
    if (swappiness.isEmpty()) {
      return Finding.unknown(subject, files.why(SWAPPINESS));
    }
    return swappiness.getAsLong() <= LITTLE_SWAPPING
        ? Finding.ok(subject, value)
        : Finding.note(
            subject,
            value + ", idle pages may be swapped out",
            "sysctl vm.swappiness=1, or lock the memory");
  }

  private Finding reclaim() {
    OptionalLong mode = files.number(RECLAIM);
    if (mode.isEmpty()) {
      return Finding.unknown("zone reclaim", files.why(RECLAIM));
    }
    String found = "zone_reclaim_mode=" + mode.getAsLong();
    return mode.getAsLong() == 0
        ? Finding.ok("zone reclaim", "off, " + found)
        : Finding.warning(
            "zone reclaim",
            "on, " + found + ", a full node stops threads to free pages",
            "sysctl vm.zone_reclaim_mode=0");
  }

  private Finding nodeLimits() {
    String subject = "node limits";
    if (host.assumedBecause().isPresent()) {
      return Finding.unknown(subject, "the nodes themselves are");
    }
    if (host.limits().memory().isEmpty()) {
      return Finding.unknown(subject, "neither Mems_allowed_list nor cpuset.mems can be read");
    }
    CpuSet with = nodes(HostNode::hasMemory);
    CpuSet allowed = nodes(HostNode::memoryAllowed);
    if (with.equals(allowed)) {
      return Finding.ok(subject, "none, memory of nodes=" + allowed);
    }
    String found =
        "memory of nodes=" + allowed + " alone of nodes=" + with + ", by " + host.limits().memory();
    CpuSet far = nodes(n -> used(n) && n.hasMemory() && !n.memoryAllowed());
    return far.isEmpty()
        ? Finding.note(subject, found, "if others are wanted, change cpuset.mems")
        : Finding.warning(
            subject,
            found + "; CPUs in use are on nodes=" + far,
            "use CPUs of nodes=" + allowed + ", or change cpuset.mems");
  }

  /** Nodes that lack one of the two. */
  private Finding oddNodes() {
    String subject = "nodes";
    if (host.assumedBecause().isPresent()) {
      return Finding.warning(
          subject,
          "unknown, " + host.assumedBecause().get(),
          "give the process a readable /sys/devices/system/node");
    }
    CpuSet bare = nodes(node -> !node.hasMemory());
    CpuSet silent = nodes(node -> node.cpus().isEmpty());
    if (bare.isEmpty() && silent.isEmpty()) {
      return Finding.ok(subject, host.nodes().size() + ", each with CPUs and memory");
    }
    List<String> parts = new ArrayList<>();
    parts.add(String.valueOf(host.nodes().size()));
    if (!bare.isEmpty()) {
      parts.add("without memory nodes=" + bare);
    }
    if (!silent.isEmpty()) {
      parts.add("without CPUs nodes=" + silent);
    }
    String found = String.join(", ", parts);
    CpuSet lent = nodes(node -> !node.hasMemory() && used(node));
    return lent.isEmpty()
        ? Finding.note(subject, found, "")
        : Finding.warning(
            subject,
            found + "; CPUs in use are on nodes=" + lent + ", their memory is lent" + lenders(lent),
            "use CPUs of nodes with memory");
  }

  private String lenders(CpuSet lent) {
    StringBuilder text = new StringBuilder();
    lent.stream()
        .forEach(
            node -> {
              OptionalInt lender = host.memoryNode(node);
              text.append(text.isEmpty() ? " by " : ", ")
                  .append(lender.isPresent() ? "node " + lender.getAsInt() : "none");
            });
    return text.toString();
  }

  private Finding free(HostNode node) {
    String subject = "memory of node " + node.id();
    OptionalLong total = node.memory().totalBytes();
    OptionalLong free = node.memory().freeBytes();
    if (total.isEmpty() || free.isEmpty()) {
      return Finding.unknown(subject, "total=" + Amount.of(total) + " free=" + Amount.of(free));
    }
    String found = "free=" + Amount.of(free) + " of " + Amount.of(total);
    return free.getAsLong() >= total.getAsLong() / SHORT_OF
        ? Finding.ok(subject, found)
        : Finding.note(
            subject,
            found + ", caches not counted as free",
            "end what uses it, or drop caches before the engine starts");
  }

  private boolean used(HostNode node) {
    return !node.cpus().intersect(inUse).isEmpty();
  }

  private CpuSet nodes(Predicate<HostNode> which) {
    return CpuSet.of(host.nodes().stream().filter(which).mapToInt(HostNode::id).toArray());
  }
}

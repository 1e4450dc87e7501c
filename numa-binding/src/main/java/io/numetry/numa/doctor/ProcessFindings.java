package io.numetry.numa.doctor;

import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.PageLocations;
import io.numetry.numa.PlacementException;
import io.numetry.numa.topology.HostNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What this process may do, found out by doing it. */
final class ProcessFindings {

  private static final String BINDING = "memory binding";
  private static final String PROBE_ADVICE =
      "allow mbind and move_pages, in a container by its seccomp profile and CAP_SYS_NICE";
  private static final long PROBE_BYTES = 1 << 20;
  private static final MemoryTag TAG = new MemoryTag("numa-doctor");

  private final NumaSystem system;

  ProcessFindings(NumaSystem system) {
    this.system = system;
  }

  List<Finding> all() {
    String reason = system.degradedReason().orElse("");
    List<Finding> all = new ArrayList<>();
    all.add(library(reason));
    if (system.bindsMemory()) {
      all.add(
          reason.isEmpty()
              ? Finding.ok(BINDING, "allowed")
              : Finding.note(BINDING, "allowed, with a limitation: " + reason, ""));
    } else {
      all.add(
          Finding.warning(
              BINDING,
              "not possible, " + (reason.isEmpty() ? "the reason is unknown" : reason),
              "put right what is named, else pages lie where threads touch them first"));
    }
    system.topology().host().nodes().stream()
        .filter(HostNode::memoryAllowed)
        .forEach(node -> all.add(probe(node.id())));
    return all;
  }

  private Finding library(String reason) {
    if (system.bindsMemory()) {
      return Finding.ok("libnuma", "present");
    }
    return reason.startsWith("libnuma:")
        ? Finding.warning("libnuma", "not usable, " + reason, "install libnuma")
        : Finding.unknown("libnuma", "placing was given up for another reason");
  }

  /** Reserves a little, touches it and asks where it is. */
  private Finding probe(int node) {
    String subject = "page location on node " + node;
    try (NodeMemory memory = system.reserve(node, PROBE_BYTES, TAG)) {
      memory.touch(0, memory.byteSize());
      return located(subject, memory.memoryNode(), memory.locate());
    } catch (PlacementException | UnsupportedOperationException e) {
      return Finding.unknown(subject, "the probe failed: " + e.getMessage());
    }
  }

  static Finding located(String subject, OptionalInt bound, PageLocations where) {
    if (where.unknown() > 0 || where.present() == 0) {
      return Finding.note(subject, "unknown, " + where, PROBE_ADVICE);
    }
    if (bound.isEmpty()) {
      return Finding.note(subject, "told, though not bound: " + where, "");
    }
    return where.allOn(bound.getAsInt())
        ? Finding.ok(subject, where.toString())
        : Finding.warning(
            subject,
            where + ", though bound to node " + bound.getAsInt(),
            "see how much memory is free on the node");
  }
}

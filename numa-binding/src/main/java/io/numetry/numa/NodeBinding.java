package io.numetry.numa;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Decides which node's memory a range gets, and tells the kernel. For any thread. */
final class NodeBinding {

  private final NumaTopology topology;
  private final @Nullable NodeBinder binder;
  private final Degradation degradation;

  /**
   * @param binder null if memory cannot be bound; the degradation knows why
   */
  NodeBinding(NumaTopology topology, @Nullable NodeBinder binder, Degradation degradation) {
    this.topology = topology;
    this.binder = binder;
    this.degradation = degradation;
  }

  boolean possible() {
    return binder != null;
  }

  /**
   * Binds a range to a node; to the nearest with memory if that one has none for this process.
   *
   * @return the node that the kernel agreed to; empty if it was told nothing or refused
   */
  OptionalInt bind(long address, long bytes, NumaNode node) {
    if (binder == null) {
      return OptionalInt.empty();
    }
    OptionalInt memoryNode = node.hasMemory() ? OptionalInt.of(node.id()) : fallback(node);
    if (memoryNode.isEmpty()) {
      return memoryNode;
    }
    Optional<String> refusal = binder.bind(address, bytes, memoryNode.getAsInt());
    refusal.ifPresent(why -> degradation.reportOfNode(node.id(), why));
    return refusal.isEmpty() ? memoryNode : OptionalInt.empty();
  }

  private OptionalInt fallback(NumaNode node) {
    OptionalInt nearest = topology.memoryNode(node.id());
    degradation.reportOfNode(
        node.id(),
        "reserve: node="
            + node.id()
            + " "
            + whyNone(node.id())
            + ", "
            + instead(nearest, node.id()));
    return nearest;
  }

  private String whyNone(int node) {
    boolean exists = topology.host().node(node).filter(n -> n.hasMemory()).isPresent();
    return exists
        ? "has memory that this process may not use, "
            + topology.host().limits().forbiddingMemory(node).map(Object::toString).orElse("")
        : "has no memory";
  }

  private String instead(OptionalInt nearest, int node) {
    if (nearest.isEmpty()) {
      return "the kernel chooses where it comes from";
    }
    int other = nearest.getAsInt();
    OptionalInt distance = topology.host().distances().between(node, other);
    return "it comes from node="
        + other
        + (distance.isPresent()
            ? ", the nearest with memory, distance=" + distance.getAsInt()
            : ", the first with memory; distances are not known");
  }
}

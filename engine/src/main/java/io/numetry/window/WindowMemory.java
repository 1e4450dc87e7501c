package io.numetry.window;

import io.numetry.numa.NodeMemory;

/** Where windows take their memory from: a node, under the node bank's tag. */
@FunctionalInterface
public interface WindowMemory {

  /** Reserves zeroed memory; the window closes it. */
  NodeMemory reserve(long bytes);
}

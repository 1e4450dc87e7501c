package io.numetry.numa.placement;

/** Which hardware threads of a physical core may have a core of ours. */
public enum ThreadUse {
  /** One; its siblings stay idle. */
  ONE_PER_CORE,
  /** Siblings as well, once every physical core of the host has one. */
  CORES_FIRST,
  /** Each counts as much as any other: siblings fill a node before another is begun. */
  ALL_THREADS
}

package io.numetry.numa;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory of the JVM's own allocator, zeroed and so present from the start, on no node at all. */
final class ArenaMemory extends TrackedMemory {

  ArenaMemory(long bytes, int node, MemoryTag tag, int pageBytes) {
    this(bytes, node, tag, pageBytes, Arena.ofShared());
  }

  private ArenaMemory(long bytes, int node, MemoryTag tag, int pageBytes, Arena arena) {
    super(node, tag, arena, arena.allocate(bytes, pageBytes), pageBytes);
  }

  @Override
  public boolean bound() {
    return false;
  }

  @Override
  void populate(long offset, long bytes) {
    // Present since it was zeroed.
  }

  @Override
  void discard(long offset, long bytes) {
    MemorySegment part = segment().asSlice(offset, bytes);
    part.fill((byte) 0);
  }

  @Override
  void unmap() {
    // The arena has given it back.
  }
}

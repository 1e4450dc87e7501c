package io.numetry.numa;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory of the JVM's own allocator, zeroed and so present from the start, on no node at all. */
final class ArenaMemory extends TrackedMemory {

  private final Arena arena;
  private final MemorySegment allocated;

  ArenaMemory(long bytes, int node, MemoryTag tag, int pageBytes) {
    this(node, tag, pageBytes, Arena.ofShared(), bytes);
  }

  private ArenaMemory(int node, MemoryTag tag, int pageBytes, Arena arena, long bytes) {
    this(node, tag, pageBytes, arena, arena.allocate(bytes, pageBytes));
  }

  private ArenaMemory(
      int node, MemoryTag tag, int pageBytes, Arena arena, MemorySegment allocated) {
    super(node, tag, allocated.address(), allocated.byteSize(), pageBytes);
    this.arena = arena;
    this.allocated = allocated;
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
    allocated.asSlice(offset, bytes).fill((byte) 0);
  }

  @Override
  void unmap() {
    arena.close();
  }
}

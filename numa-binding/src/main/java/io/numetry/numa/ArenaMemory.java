package io.numetry.numa;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.LongPredicate;

/** Memory of the JVM's own allocator, zeroed and so present from the start, on no node at all. */
final class ArenaMemory extends TrackedMemory {

  private final Arena arena;
  private final MemorySegment allocated;
  private final List<String> shortfalls;

  ArenaMemory(long bytes, int node, MemoryTag tag, int pageBytes, List<String> shortfalls) {
    this(node, tag, pageBytes, Arena.ofShared(), bytes, shortfalls);
  }

  private ArenaMemory(
      int node, MemoryTag tag, int pageBytes, Arena arena, long bytes, List<String> shortfalls) {
    this(node, tag, pageBytes, arena, arena.allocate(bytes, pageBytes), shortfalls);
  }

  private ArenaMemory(
      int node,
      MemoryTag tag,
      int pageBytes,
      Arena arena,
      MemorySegment allocated,
      List<String> shortfalls) {
    super(node, tag, allocated.address(), allocated.byteSize(), pageBytes);
    this.arena = arena;
    this.allocated = allocated;
    this.shortfalls = shortfalls;
  }

  @Override
  public List<String> shortfalls() {
    return shortfalls;
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
  boolean discard(long offset, long bytes) {
    allocated.asSlice(offset, bytes).fill((byte) 0);
    return true;
  }

  @Override
  PageLocations located(long offset, long bytes, LongPredicate touched) {
    PageCount count = new PageCount(pageBytes());
    count.unknown(
        bytes / pageBytes(), "locate: memory of the JVM's allocator lies anywhere, nobody to ask");
    return count.toLocations();
  }

  @Override
  void unmap() {
    arena.close();
  }
}

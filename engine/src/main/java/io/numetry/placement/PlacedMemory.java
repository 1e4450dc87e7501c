package io.numetry.placement;

import io.numetry.numa.MemoryOptions;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.PageLocations;
import io.numetry.numa.placed.PlacedRange;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalInt;

/**
 * Memory in the account: tells the register of its end, and is looked at whenever it is touched.
 */
final class PlacedMemory implements NodeMemory {

  private final NodeMemory memory;
  private final PlacedRange placed;
  private final MemoryRegister register;
  private final boolean strict;

  /**
   * @param strict true if touching is to fail where pages come from another node
   */
  PlacedMemory(NodeMemory memory, PlacedRange placed, MemoryRegister register, boolean strict) {
    this.memory = memory;
    this.placed = placed;
    this.register = register;
    this.strict = strict;
  }

  PlacedRange placed() {
    return placed;
  }

  @Override
  public MemorySegment segment() {
    return memory.segment();
  }

  @Override
  public long address() {
    return memory.address();
  }

  @Override
  public long byteSize() {
    return memory.byteSize();
  }

  @Override
  public int node() {
    return memory.node();
  }

  @Override
  public MemoryTag tag() {
    return memory.tag();
  }

  @Override
  public boolean bound() {
    return memory.bound();
  }

  @Override
  public OptionalInt memoryNode() {
    return memory.memoryNode();
  }

  @Override
  public MemoryOptions options() {
    return memory.options();
  }

  @Override
  public List<String> shortfalls() {
    return memory.shortfalls();
  }

  @Override
  public PageLocations locate() {
    return memory.locate();
  }

  @Override
  public PageLocations locateTouched() {
    return memory.locateTouched();
  }

  @Override
  public int pageBytes() {
    return memory.pageBytes();
  }

  @Override
  public void touch(long offset, long bytes) {
    memory.touch(offset, bytes);
    if (strict) {
      register.require(this);
    }
  }

  /** What gives its pages back is done with: a bank whose core has ended. */
  @Override
  public void release(long offset, long bytes) {
    memory.release(offset, bytes);
    register.remove(this);
  }

  @Override
  public void close() {
    register.remove(this);
    memory.close();
  }
}

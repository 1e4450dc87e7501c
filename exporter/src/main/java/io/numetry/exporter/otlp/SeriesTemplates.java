package io.numetry.exporter.otlp;

import io.numetry.export.NodeContext;
import io.numetry.exporter.frame.PresentMemory;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.window.SeriesTable;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The encoded attributes of each series of a metric set, in native memory on the node. A series is
 * encoded when it is first asked for, and again when its index was given to another series.
 *
 * <pre>
 *  table, one entry a series               templates
 *  0         8                  16
 *  +---------+--------------------+        +-----------------+--------------------+----
 *  | address | size << 32 | gener.| ...    | attribute bytes | attribute bytes    | ...
 *  +---------+--------------------+        +-----------------+--------------------+----
 * </pre>
 *
 * <p>Number points and histogram points have the same attributes under different field numbers, so
 * a set with both has two of these.
 */
final class SeriesTemplates implements AutoCloseable {
  /** All memory of templates and other constants is booked under this tag. */
  static final MemoryTag TAG = new MemoryTag("template");

  private static final int ENTRY_ADDRESS = 0;

  /** Size in the upper half, generation in the lower; generations begin with 1, so 0 is "none". */
  private static final int ENTRY_SIZE_GENERATION = ENTRY_ADDRESS + Long.BYTES;

  private static final int ENTRY_BYTES = ENTRY_SIZE_GENERATION + Long.BYTES;
  private static final int INITIAL_SERIES = 64;
  private static final long INITIAL_TEMPLATE_BYTES = 4096;

  private final NodeContext node;
  private final SeriesTable series;
  private final byte tag;
  private @Nullable NodeMemory table;
  private @Nullable NodeMemory templates;
  private long tableAddress;
  private int capacity;
  private long used;

  /**
   * @param tag the attributes' tag in the points they are for
   */
  SeriesTemplates(NodeContext node, SeriesTable series, byte tag) {
    this.node = node;
    this.series = series;
    this.tag = tag;
  }

  /** The series' entry, up to date; good until the next call. */
  long entry(int index) {
    if (index < capacity) {
      long entry = entryAddress(index);
      if ((int) NativeAccess.getLong(entry + ENTRY_SIZE_GENERATION) == series.generation(index)) {
        return entry;
      }
    }
    return encode(index);
  }

  /** Address of an entry's template. */
  static long address(long entry) {
    return NativeAccess.getLong(entry + ENTRY_ADDRESS);
  }

  /** Size of an entry's template. */
  static int bytes(long entry) {
    return (int) (NativeAccess.getLong(entry + ENTRY_SIZE_GENERATION) >>> Integer.SIZE);
  }

  @Override
  public void close() {
    if (table != null) {
      table.close();
      table = null;
      capacity = 0;
    }
    if (templates != null) {
      templates.close();
      templates = null;
    }
  }

  private long encode(int index) {
    if (index >= capacity) {
      growTable(index);
    }
    long entry = entryAddress(index);
    // What an ended series left is garbage from here on, and not to be moved along.
    NativeAccess.putLong(entry + ENTRY_SIZE_GENERATION, 0);
    byte[] bytes = ConstantMessage.attributes(tag, series.attributes(index)).toBytes();
    NodeMemory memory = templatesWithRoom(bytes.length);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, memory.segment(), used, bytes.length);
    NativeAccess.putLong(entry + ENTRY_ADDRESS, memory.address() + used);
    used += bytes.length;
    NativeAccess.putLong(
        entry + ENTRY_SIZE_GENERATION,
        ((long) bytes.length << Integer.SIZE) | Integer.toUnsignedLong(series.generation(index)));
    return entry;
  }

  private void growTable(int index) {
    int needed = Math.max(INITIAL_SERIES, Math.max(index + 1, capacity * 2));
    NodeMemory larger = reserve((long) needed * ENTRY_BYTES);
    if (table != null) {
      NativeAccess.copy(table.address(), larger.address(), (long) capacity * ENTRY_BYTES);
      table.close();
    }
    table = larger;
    tableAddress = larger.address();
    capacity = needed;
  }

  private NodeMemory templatesWithRoom(long needed) {
    NodeMemory current = templates;
    if (current != null && current.byteSize() - used >= needed) {
      return current;
    }
    return moveTemplates(needed);
  }

  /** Moves the templates in use to new memory; what ended series left stays behind. */
  private NodeMemory moveTemplates(long needed) {
    long inUse = needed;
    for (int index = 0; index < capacity; index++) {
      inUse += bytes(entryAddress(index));
    }
    NodeMemory moved = reserve(Math.max(INITIAL_TEMPLATE_BYTES, inUse * 2));
    used = 0;
    for (int index = 0; index < capacity; index++) {
      long entry = entryAddress(index);
      int bytes = bytes(entry);
      if (bytes > 0) {
        long address = moved.address() + used;
        NativeAccess.copy(address(entry), address, bytes);
        NativeAccess.putLong(entry + ENTRY_ADDRESS, address);
        used += bytes;
      }
    }
    if (templates != null) {
      templates.close();
    }
    templates = moved;
    return moved;
  }

  private NodeMemory reserve(long bytes) {
    return PresentMemory.reserve(node, bytes, TAG);
  }

  private long entryAddress(int index) {
    return tableAddress + (long) index * ENTRY_BYTES;
  }
}

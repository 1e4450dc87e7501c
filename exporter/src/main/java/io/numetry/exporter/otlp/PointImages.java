package io.numetry.exporter.otlp;

import static java.util.Objects.requireNonNull;

import io.numetry.export.NodeContext;
import io.numetry.exporter.frame.PresentMemory;
import io.numetry.memory.NativeAccess;
import io.numetry.numa.NodeMemory;
import io.numetry.window.SeriesTable;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The encoded number points of all series of a metric set, whole but for their times and values, in
 * native memory on the node: what series that lie side by side have to say is one copy, and two or
 * three stores each.
 *
 * <pre>
 *  ... | tag, length | start | time | value | attributes | tag, length | ... | attributes |
 *      ^ series 1    ^ fields                            ^ series 0                       ^ end
 * </pre>
 *
 * <p>They lie as a request has them, which is written backward: the last series first. An image is
 * made when its series is first seen, and again when its index was given to another series. If that
 * changes an image's size, all that lie in front of it move, once for all that have changed.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class PointImages implements AutoCloseable {
  private static final long INITIAL_BYTES = 4096;
  private static final int INITIAL_SERIES = 16;

  private final NodeContext node;
  private final SeriesTable series;
  private final byte valueTag;
  private final boolean hasStart;
  private @Nullable NodeMemory memory;
  private long end;

  /**
   * By series, how far from the memory's end its image ends; for the one after the last, where the
   * next is to end.
   */
  private long[] offsets = new long[INITIAL_SERIES + 1];

  /** Bytes of the tag and length of each. */
  private byte[] prefixBytes = new byte[INITIAL_SERIES];

  private int[] generations = new int[INITIAL_SERIES];
  private int count;
  private long seenChanges;

  /**
   * @param valueTag the value's tag in the point
   * @param hasStart whether the points say since when
   */
  PointImages(NodeContext node, SeriesTable series, byte valueTag, boolean hasStart) {
    this.node = node;
    this.series = series;
    this.valueTag = valueTag;
    this.hasStart = hasStart;
  }

  /** Makes the images of series that came since the last call. */
  void update() {
    if (series.changes() != seenChanges) {
      replaceChanged();
      appendNew();
      seenChanges = series.changes();
    }
  }

  /**
   * Address of the images of the series from {@code first} up to but without {@code limit}; good
   * until the next update.
   */
  long address(int limit) {
    return end - offsets[limit];
  }

  /** Their bytes. */
  long bytes(int first, int limit) {
    return offsets[limit] - offsets[first];
  }

  /** Bytes of all. */
  long byteSize() {
    return offsets[count];
  }

  /** Bytes in front of the first field of one of them. */
  long fieldsOffset(int index, int limit) {
    return offsets[limit] - offsets[index + 1] + prefixBytes[index];
  }

  @Override
  public void close() {
    if (memory != null) {
      memory.close();
      memory = null;
      count = 0;
      seenChanges = 0;
    }
  }

  private void replaceChanged() {
    List<byte[]> images = new ArrayList<>();
    long newSize = offsets[count];
    boolean allFit = true;
    for (int i = 0; i < count; i++) {
      if (isChanged(i)) {
        byte[] image = encode(i);
        images.add(image);
        newSize += image.length - bytes(i, i + 1);
        allFit &= image.length == bytes(i, i + 1);
      }
    }
    if (!allFit) {
      makeWay(images, newSize);
    }
    int next = 0;
    for (int i = 0; next < images.size(); i++) {
      if (isChanged(i)) {
        store(i, images.get(next++));
      }
    }
  }

  /**
   * Moves what has not changed: all of it to the end, and then, from the last one on, to where it
   * is to be. So nothing is written over before it has moved, and memory is taken once, before
   * anything else is done.
   *
   * @param images those that have changed, in their order
   */
  private void makeWay(List<byte[]> images, long newSize) {
    NodeMemory roomy = roomFor(newSize);
    long kept = 0;
    long from = 0;
    for (int i = 0; i < count; i++) {
      long limit = offsets[i + 1];
      offsets[i] = kept;
      if (!isChanged(i)) {
        kept += limit - from;
        NativeAccess.copy(end - limit, end - kept, limit - from);
      }
      from = limit;
    }
    long roomyEnd = roomy.address() + roomy.byteSize();
    long size = newSize;
    int left = images.size();
    for (int i = count - 1; i >= 0; i--) {
      long bytes = kept - offsets[i];
      offsets[i + 1] = size;
      if (isChanged(i)) {
        size -= images.get(--left).length;
      } else {
        NativeAccess.copy(end - kept, roomyEnd - size, bytes);
        size -= bytes;
      }
      kept -= bytes;
    }
    use(roomy);
  }

  private void appendNew() {
    int limit = series.limit();
    if (limit > generations.length) {
      int capacity = Math.max(limit, Math.multiplyExact(generations.length, 2));
      offsets = Arrays.copyOf(offsets, capacity + 1);
      prefixBytes = Arrays.copyOf(prefixBytes, capacity);
      generations = Arrays.copyOf(generations, capacity);
    }
    while (count < limit) {
      byte[] image = encode(count);
      long size = offsets[count];
      NodeMemory roomy = roomFor(size + image.length);
      if (roomy != memory) {
        NativeAccess.copy(end - size, roomy.address() + roomy.byteSize() - size, size);
        use(roomy);
      }
      offsets[count + 1] = size + image.length;
      store(count, image);
      count++;
    }
  }

  private boolean isChanged(int index) {
    return generations[index] != series.generation(index);
  }

  private byte[] encode(int index) {
    var point = new ConstantMessage();
    if (hasStart) {
      point.fixed64(OtlpFields.POINT_START, 0);
    }
    point
        .fixed64(OtlpFields.POINT_TIME, 0)
        .fixed64(valueTag, 0)
        .append(
            ConstantMessage.attributes(
                OtlpFields.NUMBER_POINT_ATTRIBUTES, series.attributes(index)));
    return new ConstantMessage().message(OtlpFields.DATA_POINTS, point).toBytes();
  }

  private void store(int index, byte[] image) {
    MemorySegment into = requireNonNull(memory).segment();
    long at = into.byteSize() - offsets[index + 1];
    MemorySegment.copy(MemorySegment.ofArray(image), 0, into, at, image.length);
    prefixBytes[index] = prefixBytes(image);
    generations[index] = series.generation(index);
  }

  /** Bytes of the point's tag and length: the length's last byte is the first that is positive. */
  private static byte prefixBytes(byte[] image) {
    byte bytes = 2;
    while (image[bytes - 1] < 0) {
      bytes++;
    }
    return bytes;
  }

  /** The memory in use, if it has room for so many bytes; else other memory. */
  private NodeMemory roomFor(long bytes) {
    NodeMemory current = memory;
    return current != null && current.byteSize() >= bytes
        ? current
        : PresentMemory.reserve(node, Math.max(INITIAL_BYTES, bytes * 2), SeriesTemplates.TAG);
  }

  private void use(NodeMemory roomy) {
    if (memory != null && memory != roomy) {
      memory.close();
    }
    memory = roomy;
    end = roomy.address() + roomy.byteSize();
  }
}

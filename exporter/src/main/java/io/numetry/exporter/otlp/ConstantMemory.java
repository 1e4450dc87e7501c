package io.numetry.exporter.otlp;

import io.numetry.export.NodeContext;
import io.numetry.exporter.frame.PresentMemory;
import io.numetry.numa.NodeMemory;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Native memory on the node for what lives as long as the node's exporter: the resource, scopes and
 * metric headers. Addresses never move.
 */
final class ConstantMemory implements AutoCloseable {
  private static final long CHUNK_BYTES = 64 << 10;

  private final NodeContext node;
  private final List<NodeMemory> chunks = new ArrayList<>();
  private long used;

  ConstantMemory(NodeContext node) {
    this.node = node;
  }

  /** Keeps the bytes and tells their address. */
  long put(ConstantMessage message) {
    byte[] bytes = message.toBytes();
    if (chunks.isEmpty() || chunks.getLast().byteSize() - used < bytes.length) {
      chunks.add(
          PresentMemory.reserve(node, Math.max(CHUNK_BYTES, bytes.length), SeriesTemplates.TAG));
      used = 0;
    }
    NodeMemory chunk = chunks.getLast();
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, chunk.segment(), used, bytes.length);
    long address = chunk.address() + used;
    used += bytes.length;
    return address;
  }

  @Override
  public void close() {
    chunks.forEach(NodeMemory::close);
    chunks.clear();
  }
}

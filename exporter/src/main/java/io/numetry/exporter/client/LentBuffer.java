package io.numetry.exporter.client;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledDirectByteBuf;
import java.nio.ByteBuffer;

/**
 * Somebody else's native memory on its way through Netty. Netty slices, queues and drops as it
 * likes; once nothing of it holds the memory any more, its owner is told. A write's promise would
 * not tell: it fails when a stream is reset, while slices may still wait for the socket.
 */
final class LentBuffer extends UnpooledDirectByteBuf {
  private final Runnable returned;

  /**
   * @param memory direct; from its position to its limit
   * @param returned run once when the last reference is gone
   */
  LentBuffer(ByteBuffer memory, Runnable returned) {
    super(ByteBufAllocator.DEFAULT, memory, memory.remaining());
    this.returned = returned;
  }

  @Override
  protected void deallocate() {
    super.deallocate();
    returned.run();
  }
}

package io.numetry.exporter.send;

import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.spool.SpooledFrame;
import java.nio.ByteBuffer;

/** A frame that comes back from the spool: its bytes are the mapped file's. */
final class ReplayedFrame implements Payload {
  private final SpooledFrame spooled;

  ReplayedFrame(SpooledFrame spooled) {
    this.spooled = spooled;
  }

  @Override
  public ByteBuffer content() {
    return spooled.payload();
  }

  @Override
  public int byteSize() {
    return spooled.byteSize();
  }

  @Override
  public int points() {
    return spooled.points();
  }

  @Override
  public long writings() {
    return spooled.sequence();
  }
}

package io.numetry.exporter.send;

import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.spool.SpooledFrame;
import java.nio.ByteBuffer;

/**
 * A frame that comes back from the spool: its bytes are the mapped file's. One object for all of
 * them, one after the other, as it is with {@link SpooledFrame}.
 */
final class ReplayedFrame implements Payload {
  private final SpooledFrame spooled;
  private boolean attempted;
  private long attemptedSequence;
  private long begunNanoTime;

  ReplayedFrame(SpooledFrame spooled) {
    this.spooled = spooled;
  }

  /** An attempt to send it begins. */
  void attempt() {
    if (!attempted || attemptedSequence != spooled.sequence()) {
      attempted = true;
      attemptedSequence = spooled.sequence();
      begunNanoTime = System.nanoTime();
    }
  }

  /** When the first attempt began since it was in the spool. */
  long begunNanoTime() {
    return begunNanoTime;
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

package io.numetry.exporter.spool;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The oldest frame of a spool, where it is: its payload is memory of the segment's mapping. One
 * object for all frames, valid from {@link SpoolStore#peek} until the frame is acknowledged or
 * given back; to read its payload after that crashes the process.
 *
 * <p>Threads: the one that has it; it may be handed over with its payload, and comes back to the
 * spool's thread to be settled.
 */
public final class SpooledFrame {
  private @Nullable MappedFile file;
  private long payloadPosition;
  private long sequence;
  private long timeUnixNano;
  private int byteSize;
  private int points;
  private int flags;

  SpooledFrame() {}

  void wrap(MappedFile itsFile, RecordReader record) {
    file = itsFile;
    payloadPosition = record.payloadPosition();
    sequence = record.sequence();
    timeUnixNano = record.timeUnixNano();
    byteSize = record.byteSize();
    points = record.points();
    flags = record.flags();
  }

  void unwrap() {
    file = null;
  }

  /** The first byte's address. */
  public long address() {
    return inMemory().address() + payloadPosition;
  }

  /** Bytes of the payload, an ExportMetricsServiceRequest. */
  public int byteSize() {
    return byteSize;
  }

  /**
   * The payload, direct, from the buffer's position to its limit; for reading alone, although the
   * buffer is not a read-only one, which Netty would not take without a copy. It is one buffer a
   * segment: its bounds are moved when the segment's next frame is peeked at.
   */
  public ByteBuffer payload() {
    return inMemory().lentPart(payloadPosition, byteSize);
  }

  /** Metric points in it. */
  public int points() {
    return points;
  }

  /** As given to the append. */
  public int flags() {
    return flags;
  }

  /** As given to the append. */
  public long timeUnixNano() {
    return timeUnixNano;
  }

  /** Frames of a spool are numbered by their appends, over restarts too, without gaps. */
  public long sequence() {
    return sequence;
  }

  private MappedFile inMemory() {
    MappedFile its = file;
    if (its == null) {
      throw new IllegalStateException("spooled frame: sequence=" + sequence + " is settled");
    }
    return its;
  }
}

package io.numetry.exporter.spool;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stands on the oldest frame that is not settled, and takes segments away that have none left.
 *
 * <p>Threads: the spool's own. Allocates nothing while it stays within a segment.
 */
final class OldestFrame {
  private final SegmentStore segments;
  private final SpoolStatistics statistics;
  private final IoErrors errors;
  private final RecordReader reader = new RecordReader();
  private @Nullable Segment segment;
  private long position;
  private boolean located;

  OldestFrame(SegmentStore segments, SpoolStatistics statistics, IoErrors errors) {
    this.segments = segments;
    this.statistics = statistics;
    this.errors = errors;
  }

  /** The frame, if {@link #locate} found one. */
  RecordReader record() {
    return reader;
  }

  /** Its segment; null if there is none. */
  @Nullable Segment segment() {
    return segment;
  }

  /**
   * Finds the frame, unless it stands on it already.
   *
   * @return false if there is none
   */
  boolean locate() {
    while (!located) {
      Segment oldest = segments.oldest();
      if (oldest == null) {
        statistics.oldest(0);
        return false;
      }
      if (segment != oldest) {
        segment = oldest;
        position = SegmentDescriptor.RECORDS_OFFSET;
      }
      try {
        located = oldest.records() > 0 && find(oldest);
      } catch (IOException e) {
        errors.failed("reading", e);
        return false;
      }
      if (located) {
        position = reader.position();
        statistics.oldest(reader.timeUnixNano());
      } else if (!passBy(oldest)) {
        return false;
      }
    }
    return true;
  }

  /** The same, and its checksums are verified anew: its bytes may have changed since. */
  boolean verify() {
    located = false;
    return locate();
  }

  /** The frame that it stands on is settled; goes on to the next. */
  void settle() {
    Segment its = segment;
    if (its == null || !located) {
      throw new IllegalStateException("spool: no frame is located");
    }
    segments.settle(reader.sequence() + 1);
    its.settled(1, reader.points());
    position = reader.end();
    located = false;
    locate();
  }

  /** A segment is gone. */
  void forget(Segment gone) {
    if (segment == gone) {
      segment = null;
      located = false;
    }
  }

  private boolean find(Segment oldest) throws IOException {
    return reader.find(
        oldest.file(),
        position,
        oldest.endPosition(),
        oldest.id(),
        segments.head(),
        oldest.endSequence());
  }

  /** Nothing whole is left in the oldest segment; true if there is another to look into. */
  private boolean passBy(Segment oldest) {
    statistics.oldest(0);
    if (oldest.records() > 0) {
      // Appended or recovered whole, and broken since.
      statistics.lost(oldest.records(), oldest.points());
      oldest.settled(oldest.records(), oldest.points());
    }
    position = oldest.endPosition();
    if (oldest == segments.active()) {
      return false;
    }
    segments.removeOldest(oldest.endSequence());
    oldest.unmap();
    forget(oldest);
    return true;
  }
}

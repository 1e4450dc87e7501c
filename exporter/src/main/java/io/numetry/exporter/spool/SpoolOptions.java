package io.numetry.exporter.spool;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a spool was told, checked.
 *
 * @param folder the spool's own; made if it is not there, readable by its owner alone
 * @param maxBytes all files of the spool together
 * @param segmentBytes size of a segment file, unless one frame needs more; what is dropped for want
 *     of room is dropped by segments
 * @param maxAge frames older than that are dropped
 * @param sync when frames are forced to the device
 * @param syncInterval the longest a frame stays unforced, for {@link SpoolSync#INTERVAL}
 * @param after how long the destination must have been away before frames are put into the spool
 * @param replayOrder what becomes of new frames while older ones are in the spool
 * @param replayBytesPerSecond how fast the spool is emptied; 0 for no limit
 */
public record SpoolOptions(
    Path folder,
    long maxBytes,
    long segmentBytes,
    Duration maxAge,
    SpoolSync sync,
    Duration syncInterval,
    Duration after,
    ReplayOrder replayOrder,
    long replayBytesPerSecond) {

  public static Builder builder(Path folder) {
    return new Builder(folder);
  }

  /** Collects options, each checked when it is set, and those that depend on another at the end. */
  public static final class Builder {
    private static final long MIN_SEGMENT_BYTES = SegmentDescriptor.FILE_ALIGNMENT;
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Path folder;
    private long maxBytes = 512 << 20;
    private long segmentBytes = 16 << 20;
    private Duration maxAge = Duration.ofHours(24);
    private SpoolSync sync = SpoolSync.INTERVAL;
    private Duration syncInterval = Duration.ofSeconds(1);
    private Duration after = Duration.ofSeconds(10);
    private ReplayOrder replayOrder = ReplayOrder.IN_ORDER;
    private long replayBytesPerSecond = 8 << 20;

    private Builder(Path folder) {
      if (folder.toString().isBlank()) {
        throw new IllegalArgumentException("spool: folder is empty, write a path");
      }
      this.folder = folder;
    }

    /** 512 MiB by default. */
    public Builder maxBytes(long value) {
      if (value < 1) {
        throw new IllegalArgumentException(
            "spool: maxBytes=" + value + ", write " + 4 * MIN_SEGMENT_BYTES + " or more");
      }
      maxBytes = value;
      return this;
    }

    /** 16 MiB by default; it is rounded up to a multiple of 64 KiB. */
    public Builder segmentBytes(long value) {
      if (value < MIN_SEGMENT_BYTES || value > SegmentDescriptor.MAX_SEGMENT_BYTES) {
        throw new IllegalArgumentException(
            "spool: segmentBytes="
                + value
                + ", write "
                + MIN_SEGMENT_BYTES
                + " to "
                + SegmentDescriptor.MAX_SEGMENT_BYTES);
      }
      segmentBytes = SegmentDescriptor.fileBytes(value);
      return this;
    }

    /** 24 hours by default. */
    public Builder maxAge(Duration value) {
      if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "spool: maxAge=" + value + ", write a second to ten years");
      }
      maxAge = value;
      return this;
    }

    /** {@link SpoolSync#INTERVAL} by default. */
    public Builder sync(SpoolSync value) {
      sync = value;
      return this;
    }

    /** A second by default. */
    public Builder syncInterval(Duration value) {
      if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException(
            "spool: syncInterval=" + value + ", write 1 ms to an hour");
      }
      syncInterval = value;
      return this;
    }

    /**
     * How long the destination must have been away before frames are put into the spool; 10 s by
     * default. A frame that waits less lives in memory alone.
     */
    public Builder after(Duration value) {
      if (value.isNegative() || value.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException("spool: after=" + value + ", write 0 to an hour");
      }
      after = value;
      return this;
    }

    /** {@link ReplayOrder#IN_ORDER} by default. */
    public Builder replayOrder(ReplayOrder value) {
      replayOrder = value;
      return this;
    }

    /** 8 MiB/s by default; 0 for no limit. In order, it is never less than twice what is new. */
    public Builder replayBytesPerSecond(long value) {
      if (value < 0) {
        throw new IllegalArgumentException(
            "spool: replayBytesPerSecond=" + value + ", write 1 or more, or 0 for no limit");
      }
      replayBytesPerSecond = value;
      return this;
    }

    /**
     * The options, all of them.
     *
     * @throws IllegalArgumentException if less than three segments fit
     */
    public SpoolOptions build() {
      long least = 3 * segmentBytes + SegmentDescriptor.FILE_ALIGNMENT;
      if (maxBytes < least) {
        throw new IllegalArgumentException(
            "spool: maxBytes="
                + maxBytes
                + " with segmentBytes="
                + segmentBytes
                + ", write maxBytes="
                + least
                + " or more, or smaller segments");
      }
      return new SpoolOptions(
          folder,
          maxBytes,
          segmentBytes,
          maxAge,
          sync,
          syncInterval,
          after,
          replayOrder,
          replayBytesPerSecond);
    }
  }
}

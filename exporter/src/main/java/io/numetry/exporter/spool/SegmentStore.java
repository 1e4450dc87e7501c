package io.numetry.exporter.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The segment files of a spool, oldest first, within its limit of bytes; and the head, which is
 * written before a file goes, so that no file that is not there is missed.
 *
 * <p>Threads: the spool's own.
 */
final class SegmentStore implements AutoCloseable {
  private final SpoolFolder folder;
  private final SpoolOptions options;
  private final SpoolStatistics statistics;
  private final HeadFile head;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final long spoolId;
  private final RandomGenerator random;
  private @Nullable Segment active;

  SegmentStore(
      SpoolFolder folder,
      SpoolOptions options,
      SpoolStatistics statistics,
      SpoolRecovery.Recovered recovered,
      RandomGenerator random) {
    this.folder = folder;
    this.options = options;
    this.statistics = statistics;
    this.head = recovered.head();
    this.spoolId = recovered.spoolId();
    this.segments.addAll(recovered.segments());
    this.random = random;
    tellHoldings();
  }

  /** The segment that is appended to. */
  @Nullable Segment active() {
    return active;
  }

  /** The segment with the oldest frames. */
  @Nullable Segment oldest() {
    return segments.peekFirst();
  }

  /** Bytes of all files. */
  long bytes() {
    long bytes = HeadFile.FILE_BYTES + folder.quarantinedBytes();
    for (Segment segment : segments) {
      bytes += segment.fileBytes();
    }
    return bytes;
  }

  /** Whether a segment with room for so much could ever be. */
  boolean couldHold(long recordBytes) {
    long bytes = SegmentDescriptor.RECORDS_OFFSET + recordBytes;
    return bytes <= SegmentDescriptor.MAX_SEGMENT_BYTES
        && SegmentDescriptor.fileBytes(bytes) + HeadFile.FILE_BYTES <= options.maxBytes();
  }

  /** Size of the segment file in which a record of so much comes to lie. */
  long segmentBytesFor(long recordBytes) {
    return Math.max(
        options.segmentBytes(),
        SegmentDescriptor.fileBytes(SegmentDescriptor.RECORDS_OFFSET + recordBytes));
  }

  /** Whether that much more would be past the limit. */
  boolean isOver(long moreBytes) {
    return bytes() + moreBytes > options.maxBytes();
  }

  /** Whether a file of so much could not be made because the device is full. */
  boolean lacksSpace(long fileBytes, IOException refusal) throws IOException {
    // The message depends on the locale, the space on when it is asked for: either will do.
    String message = refusal.getMessage();
    return folder.usableBytes() < fileBytes
        || (message != null
            && (message.contains("No space left on device") || message.contains("quota")));
  }

  /** Whether that much room would be there if everything was dropped. */
  boolean couldFree(long fileBytes) throws IOException {
    return folder.usableBytes() + bytes() - HeadFile.FILE_BYTES >= fileBytes;
  }

  /** Gives up the oldest bad segment; false if there is none. */
  boolean dropQuarantined() {
    boolean dropped = folder.dropQuarantined();
    tellHoldings();
    return dropped;
  }

  /**
   * Makes a segment and goes on appending there. On return every byte of it has its place on the
   * device.
   *
   * @throws IOException if the device has no place, or refuses
   */
  Segment create(long firstSequence, long fileBytes, long nowUnixNano) throws IOException {
    var header = new SegmentHeader(spoolId, nonZero(), firstSequence, nowUnixNano, fileBytes);
    String name = SpoolFolder.segmentName(firstSequence);
    Path path = folder.createFile(name, fileBytes, header.toBytes());
    Segment made = Segment.created(path, header);
    try {
      made.openForAppend();
      if (options.sync() != SpoolSync.NONE) {
        folder.force();
      }
    } catch (IOException | RuntimeException e) {
      made.unmap();
      made.seal();
      Files.deleteIfExists(path);
      throw e;
    }
    segments.add(made);
    active = made;
    tellHoldings();
    return made;
  }

  /** Ends appending to the active segment. */
  void sealActive() throws IOException {
    Segment sealed = active;
    active = null;
    if (sealed != null) {
      try {
        if (options.sync() != SpoolSync.NONE && sealed.unforced()) {
          force(sealed);
        }
      } finally {
        sealed.seal();
        if (sealed != segments.peekFirst()) {
          sealed.unmap();
        }
      }
    }
  }

  /** Forces a segment to the device, and counts it. */
  void force(Segment segment) throws IOException {
    long begin = System.nanoTime();
    segment.force();
    statistics.forced(System.nanoTime() - begin);
  }

  /** Everything before a sequence number is settled. */
  void settle(long newHead) {
    head.set(newHead);
  }

  /** The first sequence number that is not settled. */
  long head() {
    return head.get();
  }

  /**
   * Removes the oldest segment's file; its memory stays for the caller to unmap.
   *
   * @param newHead all before it is settled
   */
  void removeOldest(long newHead) {
    Segment gone = segments.removeFirst();
    head.set(newHead);
    try {
      if (options.sync() != SpoolSync.NONE) {
        head.channel().force(false);
      }
      if (gone == active) {
        active = null;
        gone.seal();
      }
    } catch (IOException e) {
      statistics.ioError();
    }
    if (!SpoolFolder.deleteQuietly(gone.path())) {
      statistics.ioError();
    }
    tellHoldings();
  }

  /**
   * Ends it; what is held stays in memory.
   *
   * @param held a segment whose memory is in other hands, if there is one
   */
  void close(@Nullable Segment held) throws IOException {
    try {
      sealActive();
      if (options.sync() != SpoolSync.NONE) {
        head.channel().force(false);
      }
    } finally {
      for (Segment segment : segments) {
        if (segment != held) {
          segment.unmap();
        }
      }
      head.close();
    }
  }

  @Override
  public void close() throws IOException {
    close(null);
  }

  private void tellHoldings() {
    statistics.holds(bytes(), segments.size());
  }

  /** Unwritten room is zero, and must not look like a record's beginning. */
  private long nonZero() {
    long id;
    do {
      id = random.nextLong();
    } while (id == 0);
    return id;
  }
}

package io.numetry.exporter.spool;

import java.io.IOException;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A queue of frames on disk, in the order of their appending, that survives its process. Frames
 * leave it by acknowledgement, or dropped, the oldest first; both are counted.
 *
 * <pre>
 *   append -> [ oldest segment | ... | active segment ] -> peek -> acknowledge
 *                     |                                      \---> giveBack
 *                     v
 *             dropped: size, age, disk full
 * </pre>
 *
 * <p>A frame that was peeked at is its holder's: no limit takes its memory away. If its segment has
 * to go, the file goes, the memory stays until the frame is settled.
 *
 * <p>Guarantee: what {@link #append} said it stored is there after {@code kill -9}, until it is
 * acknowledged or dropped. An acknowledgement that the process did not live to write down is
 * forgotten: that frame comes twice.
 *
 * <p>Threads: one, which may wait for the device; {@link Spool} is that thread. Once a segment is
 * open, appending, peeking and acknowledging allocate nothing; each new segment costs its file.
 */
public final class SpoolStore implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SpoolStore.class.getName());

  private final SpoolLock lock;
  private final SpoolOptions options;
  private final SpoolStatistics statistics;
  private final SegmentStore segments;
  private final SpoolClock clock;
  private final IoErrors errors;
  private final OldestFrame oldestFrame;
  private final RecordWriter writer = new RecordWriter();
  private final SpooledFrame frame = new SpooledFrame();
  private final Set<DropCause> toldCauses = EnumSet.noneOf(DropCause.class);
  private boolean closed;
  private long nextSequence;
  private long unforcedSinceNanoTime;

  /** The segment of the frame that was handed out; no longer among the segments if it had to go. */
  private @Nullable Segment heldSegment;

  /** Why it had to. */
  private @Nullable DropCause heldGoneBy;

  private SpoolStore(
      SpoolLock lock,
      SpoolOptions options,
      SpoolStatistics statistics,
      SegmentStore segments,
      long nextSequence,
      SpoolClock clock) {
    this.lock = lock;
    this.options = options;
    this.statistics = statistics;
    this.segments = segments;
    this.nextSequence = nextSequence;
    this.clock = clock;
    this.errors = new IoErrors(options.folder(), statistics);
    this.oldestFrame = new OldestFrame(segments, statistics, errors);
  }

  /**
   * Opens a spool, or makes one; reads all of it.
   *
   * @throws SpoolException if there can be none here; the message says what to write instead
   */
  public static SpoolStore open(SpoolOptions options) throws SpoolException {
    return open(options, new SpoolClock(InstantSource.system()));
  }

  static SpoolStore open(SpoolOptions options, SpoolClock clock) throws SpoolException {
    Optional<String> obstacle = ChronicleMapping.obstacle();
    if (obstacle.isPresent()) {
      throw new SpoolException(
          "spool: folder="
              + options.folder()
              + " "
              + obstacle.get()
              + ", or leave the spool out; without it telemetry goes on as ever");
    }
    if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
      throw new SpoolException(
          "spool: its files are little-endian, this host is not: leave it out");
    }
    SpoolFolder folder = SpoolFolder.open(options.folder());
    SpoolLock lock = null;
    SegmentStore segments = null;
    try {
      lock = SpoolLock.acquire(folder.path());
      var statistics = new SpoolStatistics();
      var random = new SecureRandom();
      SpoolRecovery.Recovered recovered = SpoolRecovery.recover(folder, statistics, random);
      segments = new SegmentStore(folder, options, statistics, recovered, random);
      var store =
          new SpoolStore(lock, options, statistics, segments, recovered.nextSequence(), clock);
      store.makeRoom(0);
      store.expire();
      return store;
    } catch (IOException e) {
      closeAll(segments, lock);
      throw new SpoolException(
          "spool: folder=" + folder.path() + " cannot be used (" + e + "), write another", e);
    } catch (SpoolException | RuntimeException | Error e) {
      closeAll(segments, lock);
      throw e;
    }
  }

  /**
   * Appends a frame. It is copied; the caller's memory is not needed after this.
   *
   * @param address of the first byte
   * @param byteSize of the payload, 0 or more
   * @param points in it, 0 or more
   * @param timeUnixNano when it was collected; what its age is counted from
   * @param flags kept as they are
   */
  public AppendResult append(long address, int byteSize, int points, long timeUnixNano, int flags) {
    requireOpen();
    if (byteSize < 0 || points < 0) {
      throw new IllegalArgumentException(
          "spool: byteSize=" + byteSize + " points=" + points + ", write 0 or more");
    }
    expire();
    long bytes = RecordDescriptor.recordBytes(byteSize);
    if (!segments.couldHold(bytes)) {
      return refuse(AppendResult.TOO_LARGE, points);
    }
    Segment active = segments.active();
    try {
      if (active == null || !active.hasRoom(bytes)) {
        active = nextSegment(segments.segmentBytesFor(bytes));
        if (active == null) {
          return refuse(AppendResult.DISK_FULL, points);
        }
      }
      writer.write(
          active.file(),
          active.endPosition(),
          active.id(),
          nextSequence,
          timeUnixNano,
          address,
          byteSize,
          points,
          flags);
    } catch (IOException e) {
      errors.failed("an append", e);
      return refuse(AppendResult.FAILED, points);
    }
    if (!active.unforced()) {
      unforcedSinceNanoTime = clock.nanoTime();
    }
    nextSequence++;
    active.appended(bytes, points);
    statistics.stored(points);
    oldestFrame.locate();
    if (options.sync() == SpoolSync.RECORD) {
      forceActive(); // a failure refuses no frame: it lies in the page cache, and would come twice
    }
    return AppendResult.STORED;
  }

  /**
   * The oldest frame; the same one until it is settled. Null if there is none.
   *
   * <p>Its checksums are verified here, so what comes out is what went in.
   */
  public @Nullable SpooledFrame peek() {
    requireOpen();
    if (heldSegment != null) {
      return frame;
    }
    expire();
    Segment segment = oldestFrame.verify() ? oldestFrame.segment() : null;
    if (segment == null) {
      return null;
    }
    try {
      frame.wrap(segment.file(), oldestFrame.record());
    } catch (IOException e) {
      errors.failed("reading", e);
      return null;
    }
    heldSegment = segment;
    return frame;
  }

  /** The frame that was peeked at has arrived, or was refused for good: it leaves the spool. */
  public void acknowledge() {
    Segment segment = held();
    statistics.acknowledged(frame.points());
    letGo(segment);
    if (!closed && segment == oldestFrame.segment()) {
      oldestFrame.settle();
    }
  }

  /** The frame that was peeked at has not arrived: it stays the oldest. */
  public void giveBack() {
    Segment segment = held();
    if (heldGoneBy != null) {
      // Its segment was dropped meanwhile, all but this frame.
      statistics.dropped(heldGoneBy, 1, frame.points());
    }
    letGo(segment);
  }

  /** Does what is due: drops what is too old, forces what has waited long enough. */
  public void tick() {
    requireOpen();
    expire();
    Segment active = segments.active();
    if (options.sync() == SpoolSync.INTERVAL
        && active != null
        && active.unforced()
        && clock.nanoTime() - unforcedSinceNanoTime >= options.syncInterval().toNanos()) {
      forceActive();
    }
  }

  /** Any thread may ask, and read. */
  public SpoolStatistics statistics() {
    return statistics;
  }

  /**
   * Ends it, and lets another open it. A frame that is still held may be read and settled after
   * this; unless it is, it comes again when the spool is opened.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      segments.close(heldSegment);
    } catch (IOException e) {
      errors.failed("closing", e);
    } finally {
      closeAll(lock);
    }
  }

  /** A new segment; null if the device has no room for it even after all that is older is gone. */
  private @Nullable Segment nextSegment(long fileBytes) throws IOException {
    try {
      segments.sealActive();
    } catch (IOException e) {
      errors.failed("forcing to the device", e); // its frames are in the page cache all the same
    }
    makeRoom(fileBytes);
    while (true) {
      try {
        Segment made = segments.create(nextSequence, fileBytes, clock.unixNano());
        oldestFrame.locate(); // in case the segment before has nothing left to read
        return made;
      } catch (IOException e) {
        if (!segments.lacksSpace(fileBytes, e)) {
          throw e;
        }
        if (!segments.couldFree(fileBytes)
            || (!segments.dropQuarantined() && !dropOldest(DropCause.DISK_FULL))) {
          return null;
        }
      }
    }
  }

  private void makeRoom(long fileBytes) {
    while (segments.isOver(fileBytes)) {
      if (!segments.dropQuarantined() && !dropOldest(DropCause.SIZE)) {
        return;
      }
    }
  }

  /** Drops the oldest segment with all that is in it; false if there is none. */
  private boolean dropOldest(DropCause cause) {
    Segment oldest = segments.oldest();
    if (oldest == null) {
      return false;
    }
    boolean holding = oldest == heldSegment;
    long records = oldest.records() - (holding ? 1 : 0);
    long points = oldest.points() - (holding ? frame.points() : 0);
    drop(cause, records, points);
    if (holding) {
      heldGoneBy = cause;
    }
    removeOldest(oldest);
    return true;
  }

  /** Drops frames that are too old, up to one that is held. */
  private void expire() {
    long oldestAllowed = clock.unixNano() - options.maxAge().toNanos();
    while (heldSegment == null
        && oldestFrame.locate()
        && oldestFrame.record().timeUnixNano() < oldestAllowed) {
      drop(DropCause.AGE, 1, oldestFrame.record().points());
      oldestFrame.settle();
    }
  }

  private void drop(DropCause cause, long records, long points) {
    if (records == 0) {
      return;
    }
    statistics.dropped(cause, records, points);
    if (toldCauses.add(cause)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "spool: {0} frames with {1} points are dropped: {2} (told once; further drops are"
              + " counted)",
          records,
          points,
          cause.reason());
    }
  }

  private void removeOldest(Segment oldest) {
    segments.removeOldest(oldest.endSequence());
    if (oldest != heldSegment) {
      oldest.unmap();
    }
    oldestFrame.forget(oldest);
  }

  private void forceActive() {
    Segment active = segments.active();
    if (active == null) {
      return;
    }
    try {
      segments.force(active);
    } catch (IOException e) {
      errors.failed("forcing to the device", e);
      // After a failed force the kernel takes the pages for clean: no later one could be believed.
      sealQuietly();
    }
  }

  private void sealQuietly() {
    try {
      segments.sealActive();
    } catch (IOException e) {
      errors.failed("closing", e);
    }
  }

  private AppendResult refuse(AppendResult result, int points) {
    statistics.refused(result, points);
    return result;
  }

  private Segment held() {
    Segment segment = heldSegment;
    if (segment == null) {
      throw new IllegalStateException("spool: no frame is held, peek at one first");
    }
    return segment;
  }

  private void letGo(Segment segment) {
    frame.unwrap();
    heldSegment = null;
    if (heldGoneBy != null || closed) {
      heldGoneBy = null;
      segment.unmap();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("spool: folder=" + options.folder() + " is closed");
    }
  }

  private static void closeAll(@Nullable AutoCloseable... closeables) {
    for (AutoCloseable closeable : closeables) {
      if (closeable != null) {
        try {
          closeable.close();
        } catch (Exception e) {
          LOG.log(System.Logger.Level.WARNING, "spool: a file could not be closed", e);
        }
      }
    }
  }
}

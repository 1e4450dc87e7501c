package io.numetry.exporter.spool;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is in a spool, and what became of the frames that were. Counts are of this process, since
 * the spool was opened. Any thread may read; one writes.
 */
public final class SpoolStatistics {
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong records = new AtomicLong();
  private final AtomicLong points = new AtomicLong();
  private final AtomicLong oldestUnixNano = new AtomicLong();
  private final AtomicLong segments = new AtomicLong();

  private final AtomicLong storedRecords = new AtomicLong();
  private final AtomicLong storedPoints = new AtomicLong();
  private final AtomicLong acknowledgedRecords = new AtomicLong();
  private final AtomicLong acknowledgedPoints = new AtomicLong();
  private final AtomicLong recoveredRecords = new AtomicLong();
  private final AtomicLong recoveredPoints = new AtomicLong();

  private final Map<DropCause, Tally> dropped = tallies(DropCause.class);
  private final Map<AppendResult, Tally> refused = tallies(AppendResult.class);

  private final AtomicLong corruptRecords = new AtomicLong();
  private final AtomicLong corruptPoints = new AtomicLong();
  private final AtomicLong missingRecords = new AtomicLong();
  private final AtomicLong quarantinedSegments = new AtomicLong();
  private final AtomicLong foreignFiles = new AtomicLong();
  private final AtomicLong ioErrors = new AtomicLong();
  private final AtomicLong forces = new AtomicLong();
  private final AtomicLong forceNanos = new AtomicLong();

  /** Bytes of all files: segments, bad ones that are kept, the head. */
  public long bytes() {
    return bytes.get();
  }

  /** Segment files. */
  public long segments() {
    return segments.get();
  }

  /** Frames that are neither acknowledged nor dropped. */
  public long records() {
    return records.get();
  }

  /** Points in these. */
  public long points() {
    return points.get();
  }

  /** Age of the oldest frame; 0 if there is none, or if it is from the future. */
  public long oldestAgeNanos(long nowUnixNano) {
    long oldest = oldestUnixNano.get();
    return oldest == 0 ? 0 : Math.max(0, nowUnixNano - oldest);
  }

  /** Frames appended. */
  public long storedRecords() {
    return storedRecords.get();
  }

  /** Points in these. */
  public long storedPoints() {
    return storedPoints.get();
  }

  /** Frames taken out by acknowledgement. */
  public long acknowledgedRecords() {
    return acknowledgedRecords.get();
  }

  /** Points in these. */
  public long acknowledgedPoints() {
    return acknowledgedPoints.get();
  }

  /** Whole frames that were found when the spool was opened. */
  public long recoveredRecords() {
    return recoveredRecords.get();
  }

  /** Points in these. */
  public long recoveredPoints() {
    return recoveredPoints.get();
  }

  /** Frames dropped for a cause. */
  public long droppedRecords(DropCause cause) {
    return of(dropped, cause).records.get();
  }

  /** Points in these. */
  public long droppedPoints(DropCause cause) {
    return of(dropped, cause).points.get();
  }

  /** Frames that were not taken, with this result; their owner has them yet. */
  public long refusedRecords(AppendResult result) {
    return of(refused, result).records.get();
  }

  /** Points in these. */
  public long refusedPoints(AppendResult result) {
    return of(refused, result).points.get();
  }

  /**
   * Frames of which something was found, but not whole. An append that its process did not live to
   * finish is one.
   */
  public long corruptRecords() {
    return corruptRecords.get();
  }

  /** Points in those whose number was known: found broken after the spool had been opened. */
  public long corruptPoints() {
    return corruptPoints.get();
  }

  /** Frames whose sequence numbers are not there: a segment file is. */
  public long missingRecords() {
    return missingRecords.get();
  }

  /** Segment files put aside because they could not be read. */
  public long quarantinedSegments() {
    return quarantinedSegments.get();
  }

  /** Files in the folder that are not the spool's. */
  public long foreignFiles() {
    return foreignFiles.get();
  }

  /** Calls of the system that failed. */
  public long ioErrors() {
    return ioErrors.get();
  }

  /** Times that something was forced to the device. */
  public long forces() {
    return forces.get();
  }

  /** How long that took. */
  public long forceNanos() {
    return forceNanos.get();
  }

  void holds(long itsBytes, long itsSegments) {
    bytes.setRelease(itsBytes);
    segments.setRelease(itsSegments);
  }

  void oldest(long unixNano) {
    oldestUnixNano.setRelease(unixNano);
  }

  void stored(long itsPoints) {
    add(storedRecords, 1);
    add(storedPoints, itsPoints);
    add(records, 1);
    add(points, itsPoints);
  }

  void recovered(long itsRecords, long itsPoints) {
    add(recoveredRecords, itsRecords);
    add(recoveredPoints, itsPoints);
    add(records, itsRecords);
    add(points, itsPoints);
  }

  void acknowledged(long itsPoints) {
    add(acknowledgedRecords, 1);
    add(acknowledgedPoints, itsPoints);
    gone(1, itsPoints);
  }

  void dropped(DropCause cause, long itsRecords, long itsPoints) {
    of(dropped, cause).add(itsRecords, itsPoints);
    gone(itsRecords, itsPoints);
  }

  void refused(AppendResult result, long itsPoints) {
    of(refused, result).add(1, itsPoints);
  }

  /** Frames that were counted as held turned out to be broken. */
  void lost(long itsRecords, long itsPoints) {
    add(corruptRecords, itsRecords);
    add(corruptPoints, itsPoints);
    gone(itsRecords, itsPoints);
  }

  /** Frames that were never counted as held. */
  void corrupt(long itsRecords) {
    add(corruptRecords, itsRecords);
  }

  void missing(long itsRecords) {
    add(missingRecords, itsRecords);
  }

  void quarantined() {
    add(quarantinedSegments, 1);
  }

  void foreign(long files) {
    add(foreignFiles, files);
  }

  void ioError() {
    add(ioErrors, 1);
  }

  void forced(long nanos) {
    add(forces, 1);
    add(forceNanos, nanos);
  }

  private void gone(long itsRecords, long itsPoints) {
    add(records, -itsRecords);
    add(points, -itsPoints);
  }

  private static void add(AtomicLong counter, long value) {
    counter.setRelease(counter.getPlain() + value);
  }

  private static <K extends Enum<K>> Map<K, Tally> tallies(Class<K> keys) {
    var tallies = new EnumMap<K, Tally>(keys);
    for (K key : EnumSet.allOf(keys)) {
      tallies.put(key, new Tally());
    }
    return tallies;
  }

  private static <K> Tally of(Map<K, Tally> tallies, K key) {
    return Objects.requireNonNull(tallies.get(key));
  }

  /** Frames, and the points in them. */
  private static final class Tally {
    final AtomicLong records = new AtomicLong();
    final AtomicLong points = new AtomicLong();

    void add(long itsRecords, long itsPoints) {
      SpoolStatistics.add(records, itsRecords);
      SpoolStatistics.add(points, itsPoints);
    }
  }
}

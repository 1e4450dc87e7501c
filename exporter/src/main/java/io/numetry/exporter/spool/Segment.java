package io.numetry.exporter.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A segment file and the account of its frames that are not settled. It is in memory while it is
 * written to or read from.
 *
 * <p>Threads: the spool's own.
 */
final class Segment {
  private final Path path;
  private final long id;
  private final long firstSequence;
  private final long fileBytes;
  private long endSequence;
  private long endPosition;
  private long records;
  private long points;
  private boolean unforced;
  private @Nullable MappedFile file;
  private @Nullable FileChannel channel;

  /**
   * @param fileBytes of the file, and where its records end at the latest
   * @param endSequence one past the last record's
   * @param endPosition one past the last record
   * @param records that are not settled
   * @param points in these
   */
  Segment(
      Path path,
      long id,
      long firstSequence,
      long fileBytes,
      long endSequence,
      long endPosition,
      long records,
      long points) {
    this.path = path;
    this.id = id;
    this.firstSequence = firstSequence;
    this.fileBytes = fileBytes;
    this.endSequence = endSequence;
    this.endPosition = endPosition;
    this.records = records;
    this.points = points;
  }

  /** A new file's. */
  static Segment created(Path path, SegmentHeader header) {
    return new Segment(
        path,
        header.id(),
        header.firstSequence(),
        header.fileBytes(),
        header.firstSequence(),
        SegmentDescriptor.RECORDS_OFFSET,
        0,
        0);
  }

  Path path() {
    return path;
  }

  long id() {
    return id;
  }

  long firstSequence() {
    return firstSequence;
  }

  long fileBytes() {
    return fileBytes;
  }

  long endSequence() {
    return endSequence;
  }

  long endPosition() {
    return endPosition;
  }

  long records() {
    return records;
  }

  long points() {
    return points;
  }

  boolean hasRoom(long bytes) {
    return fileBytes - endPosition >= bytes;
  }

  /** Opens it for appending. */
  void openForAppend() throws IOException {
    file();
    channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /** A record of so many bytes was written at the end. */
  void appended(long bytes, int itsPoints) {
    endPosition += bytes;
    endSequence++;
    records++;
    points += itsPoints;
    unforced = true;
  }

  /** Frames are settled, or given up. */
  void settled(long itsRecords, long itsPoints) {
    records -= itsRecords;
    points -= itsPoints;
  }

  /** Whether records may be in the page cache alone. */
  boolean unforced() {
    return unforced;
  }

  /** Forces what was appended to the device. */
  void force() throws IOException {
    unforced = false;
    if (channel != null) {
      channel.force(false);
    }
  }

  /** Ends appending. */
  void seal() throws IOException {
    FileChannel open = channel;
    channel = null;
    if (open != null) {
      open.close();
    }
  }

  /** The file in memory, which it is from now on. */
  MappedFile file() throws IOException {
    MappedFile mapped = file;
    if (mapped == null) {
      mapped = MappedFile.open(path, fileBytes);
      file = mapped;
    }
    return mapped;
  }

  /** Takes the file out of memory. */
  void unmap() {
    MappedFile mapped = file;
    file = null;
    if (mapped != null) {
      mapped.close();
    }
  }
}

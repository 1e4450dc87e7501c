package io.numetry.exporter.spool;

import io.numetry.memory.NativeAccess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a folder what a spool goes on with: keeps every whole record that is not settled, counts
 * what is not whole or not there, puts files aside that cannot be read. Whatever is in the folder,
 * it ends, after one pass over each file; and to be killed in its midst and done again changes
 * nothing.
 */
final class SpoolRecovery {
  private static final System.Logger LOG = System.getLogger(SpoolRecovery.class.getName());

  private final SpoolFolder folder;
  private final SpoolStatistics statistics;
  private final RecordReader reader = new RecordReader();
  private final Deque<Segment> segments = new ArrayDeque<>();
  private @Nullable HeadFile headFile;
  private long spoolId;
  private long nextSequence;

  /** A file whose header is sound. */
  private record Candidate(Path path, SegmentHeader header, long bytes) {}

  private SpoolRecovery(SpoolFolder folder, SpoolStatistics statistics) {
    this.folder = folder;
    this.statistics = statistics;
  }

  /**
   * What was found.
   *
   * @param segments with records that are not settled, oldest first; none is appended to any more
   * @param head opened, and belonging to the segments
   */
  record Recovered(Deque<Segment> segments, HeadFile head, long spoolId, long nextSequence) {}

  /**
   * Reads a folder that is locked.
   *
   * @param random makes the identity of a new spool
   * @throws IOException if the folder cannot be read or written at all
   */
  static Recovered recover(SpoolFolder folder, SpoolStatistics statistics, RandomGenerator random)
      throws IOException {
    return new SpoolRecovery(folder, statistics).run(random);
  }

  private Recovered run(RandomGenerator random) throws IOException {
    SpoolFolder.Listing listing = folder.list();
    tellForeign(listing.foreign());
    List<Candidate> candidates = new ArrayList<>();
    for (Path path : listing.segments()) {
      readHeader(path, candidates);
    }
    identify(candidates, random);
    HeadFile known = headFile;
    long head = known == null ? -1 : known.get();
    nextSequence = Math.max(head, 0);
    long expected = head;
    boolean torn = false;
    for (Candidate candidate : candidates) {
      long first = candidate.header.firstSequence();
      if (candidate.header.spoolId() != spoolId) {
        quarantine(candidate.path, "it belongs to another spool");
      } else if (!segments.isEmpty() && first < expected) {
        quarantine(candidate.path, "its records are in another segment already");
      } else {
        countGap(expected, first, torn);
        torn = scan(candidate, Math.max(head, 0));
        expected = Math.max(expected, nextSequence);
      }
    }
    if (torn) {
      statistics.corrupt(1);
    }
    return new Recovered(segments, headOf(known), spoolId, nextSequence);
  }

  private void tellForeign(List<Path> foreign) {
    statistics.foreign(foreign.size());
    if (!foreign.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "spool: folder={0} has {1} files that are not the spool''s and are left alone, {2} among"
              + " them",
          folder.path(),
          foreign.size(),
          foreign.getFirst().getFileName());
    }
  }

  private void readHeader(Path path, List<Candidate> candidates) throws IOException {
    if (!SpoolFolder.isPlainFile(path)) {
      quarantine(path, "it is not a file");
      return;
    }
    ByteBuffer begin = ByteBuffer.allocate((int) SegmentDescriptor.RECORDS_OFFSET);
    long bytes;
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      bytes = channel.size();
      while (begin.hasRemaining() && channel.read(begin) >= 0) {
        // on to the end of the header or of the file
      }
    } catch (IOException e) {
      quarantine(path, "it cannot be read: " + e);
      return;
    }
    SegmentHeader.Parsed parsed = SegmentHeader.parse(begin.flip());
    SegmentHeader header = parsed.header();
    if (header == null) {
      quarantine(path, parsed.reason());
    } else if (!path.endsWith(SpoolFolder.segmentName(header.firstSequence()))) {
      quarantine(path, "its name is not the one it was given");
    } else if (bytes > SegmentDescriptor.MAX_SEGMENT_BYTES) {
      quarantine(path, "it has " + bytes + " bytes");
    } else {
      candidates.add(new Candidate(path, header, bytes));
    }
  }

  /** Whose spool it is: the head's, unless no segment agrees with it; else the newest segment's. */
  private void identify(List<Candidate> candidates, RandomGenerator random) throws IOException {
    HeadFile found = openHead();
    if (found != null) {
      boolean agreed = candidates.isEmpty();
      for (Candidate candidate : candidates) {
        agreed |= candidate.header.spoolId() == found.spoolId();
      }
      if (agreed) {
        headFile = found;
        spoolId = found.spoolId();
        return;
      }
      found.close();
      tellHeadLost();
    }
    spoolId = candidates.isEmpty() ? random.nextLong() : candidates.getLast().header.spoolId();
    if (found == null && !candidates.isEmpty()) {
      tellHeadLost();
    }
  }

  private @Nullable HeadFile openHead() throws IOException {
    HeadFile opened = HeadFile.open(folder.path());
    if (opened != null && !opened.found()) {
      opened.close();
      return null;
    }
    return opened;
  }

  private void tellHeadLost() {
    LOG.log(
        System.Logger.Level.WARNING,
        "spool: folder={0} does not tell what was acknowledged; some frames may be sent twice",
        folder.path());
  }

  /** Records between two segments, or before the first: of a file that is not there, or a tail. */
  private void countGap(long expected, long first, boolean torn) {
    if (expected >= 0 && first > expected) {
      if (torn) {
        statistics.corrupt(first - expected);
      } else {
        statistics.missing(first - expected);
      }
    } else if (torn) {
      statistics.corrupt(1);
    }
  }

  /**
   * Takes a segment's whole records over.
   *
   * @return whether something is behind them that is not zero: an append that was not finished, or
   *     a record that was broken later
   */
  private boolean scan(Candidate candidate, long head) throws IOException {
    SegmentHeader header = candidate.header;
    Path path = candidate.path;
    long bytes = candidate.bytes;
    long least = header.firstSequence();
    long end = least + bytes / RecordDescriptor.ALIGNMENT;
    long position = SegmentDescriptor.RECORDS_OFFSET;
    long records = 0;
    long points = 0;
    long corrupt = 0;
    boolean torn;
    try (MappedFile file = MappedFile.open(path, SegmentDescriptor.fileBytes(bytes))) {
      // Not beyond the file's own bytes: what the mapping adds is a hole.
      while (reader.find(file, position, bytes, header.id(), least, end)) {
        corrupt += Math.max(0, reader.sequence() - Math.max(least, head));
        if (reader.sequence() >= head) {
          records++;
          points += reader.points();
        }
        least = reader.sequence() + 1;
        position = reader.end();
      }
      torn = !isZero(file, Math.min(position, bytes), bytes);
    } catch (InternalError unreadable) {
      // What becomes of a device's error in a mapping.
      quarantine(path, "it cannot be read: " + unreadable);
      return false;
    }
    statistics.corrupt(corrupt);
    statistics.recovered(records, points);
    nextSequence = Math.max(nextSequence, least);
    keep(header, path, bytes, least, position, records, points);
    return torn;
  }

  private void keep(
      SegmentHeader header,
      Path path,
      long bytes,
      long endSequence,
      long endPosition,
      long records,
      long points)
      throws IOException {
    if (records == 0) {
      Files.delete(path);
      return;
    }
    if (bytes > endPosition) {
      // Room that nobody will use, and whatever a torn append left in it.
      try (FileChannel channel =
          FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        channel.truncate(endPosition);
      }
    }
    segments.add(
        new Segment(
            path,
            header.id(),
            header.firstSequence(),
            SegmentDescriptor.fileBytes(endPosition),
            endSequence,
            endPosition,
            records,
            points));
  }

  private static boolean isZero(MappedFile file, long from, long to) {
    long wholeWords = to & -Long.BYTES;
    for (long at = from; at < wholeWords; at += Long.BYTES) {
      if (NativeAccess.getLong(file.address() + at) != 0) {
        return false;
      }
    }
    for (long at = Math.max(from, wholeWords); at < to; at++) {
      if (NativeAccess.getByte(file.address() + at) != 0) {
        return false;
      }
    }
    return true;
  }

  private void quarantine(Path path, String reason) throws IOException {
    statistics.quarantined();
    LOG.log(
        System.Logger.Level.WARNING,
        "spool: {0} is put aside under another name: {1}",
        path,
        reason);
    folder.quarantine(path);
  }

  private HeadFile headOf(@Nullable HeadFile known) throws IOException {
    if (known != null) {
      return known;
    }
    long first = segments.isEmpty() ? nextSequence : segments.getFirst().firstSequence();
    return HeadFile.create(folder, spoolId, first);
  }
}

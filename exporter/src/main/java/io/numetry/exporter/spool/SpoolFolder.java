package io.numetry.exporter.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A spool's folder: who may look into it, what is in it, how files get there and leave it. Files
 * that were not made by a spool are left alone.
 */
final class SpoolFolder {
  static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private static final String SEGMENT_NAME = "segment-[0-9]{20}\\.spool";
  private static final String UNFINISHED = ".new";
  private static final String QUARANTINED = ".bad";

  /** Bad segments that are kept for a person to look at. */
  static final int MAX_QUARANTINED = 4;

  private static final int ZEROS_BYTES = 1 << 20;

  private final Path path;
  private final ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS_BYTES);
  private final Deque<Path> quarantined = new ArrayDeque<>();
  private long quarantinedBytes;

  private SpoolFolder(Path path) {
    this.path = path;
  }

  /**
   * Opens a folder, making it and its parents if need be.
   *
   * @throws SpoolException if it cannot be one, or others may look into it
   */
  static SpoolFolder open(Path folder) throws SpoolException {
    try {
      if (!Files.exists(folder)) {
        if (Files.isSymbolicLink(folder)) {
          throw new SpoolException(
              "spool: folder=" + folder + " is a link to nowhere, write a folder");
        }
        Files.createDirectories(folder, OWNER_ONLY_FOLDER);
      }
      if (!Files.isDirectory(folder)) {
        throw new SpoolException("spool: folder=" + folder + " is a file, write a folder");
      }
      Path real = folder.toRealPath();
      requireOwnerOnly(real);
      if (!Files.isWritable(real)) {
        throw new SpoolException(
            "spool: folder=" + folder + " cannot be written to, write another or make it writable");
      }
      return new SpoolFolder(real);
    } catch (IOException | UnsupportedOperationException e) {
      throw new SpoolException(
          "spool: folder=" + folder + " cannot be used (" + e + "), write another", e);
    }
  }

  private static void requireOwnerOnly(Path folder) throws SpoolException, IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    if (!Collections.disjoint(permissions, OF_OTHERS)) {
      throw new SpoolException(
          "spool: folder="
              + folder
              + " is open to others ("
              + PosixFilePermissions.toString(permissions)
              + "), write a folder within it that is not there yet, or chmod 700 it");
    }
  }

  Path path() {
    return path;
  }

  /** Whether it is a file, and not by way of a link. */
  static boolean isPlainFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** A segment's file name; names are in the order of the sequence numbers. */
  static String segmentName(long firstSequence) {
    String digits = Long.toString(firstSequence);
    return "segment-" + "0".repeat(20 - digits.length()) + digits + ".spool";
  }

  /**
   * What is in the folder: segments in order; what others put there; bad ones are taken note of.
   */
  Listing list() throws IOException {
    List<Path> segments = new ArrayList<>();
    List<Path> foreign = new ArrayList<>();
    List<Path> bad = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.matches(SEGMENT_NAME)) {
          segments.add(file);
        } else if (name.matches(SEGMENT_NAME + QUARANTINED)) {
          bad.add(file);
        } else if (name.matches("(" + SEGMENT_NAME + "|" + HeadFile.NAME + ")" + UNFINISHED)) {
          deleteQuietly(file);
        } else if (!name.equals(HeadFile.NAME) && !name.equals(SpoolLock.NAME)) {
          foreign.add(file);
        }
      }
    }
    segments.sort(Comparator.naturalOrder());
    bad.sort(Comparator.naturalOrder());
    for (Path file : bad) {
      noteQuarantined(file);
    }
    return new Listing(segments, foreign);
  }

  record Listing(List<Path> segments, List<Path> foreign) {}

  /**
   * Makes a file of full size: every byte is written, so that a device without room says so here.
   * It gets its name when it is complete.
   *
   * @param begin the file's first bytes; all else is zero
   */
  Path createFile(String name, long byteSize, ByteBuffer begin) throws IOException {
    Path unfinished = path.resolve(name + UNFINISHED);
    Files.deleteIfExists(unfinished);
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OWNER_ONLY_FILE)) {
      writeFully(channel, begin.duplicate());
      for (long left = byteSize - begin.limit(); left > 0; left = byteSize - channel.position()) {
        writeFully(channel, zeros.duplicate().limit((int) Math.min(left, ZEROS_BYTES)));
      }
    } catch (IOException e) {
      deleteQuietly(unfinished);
      throw e;
    }
    return Files.move(unfinished, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** What the device has left for this process. */
  long usableBytes() throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  /** Forces names, made and removed, to the device. */
  void force() throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Bytes of the bad segments that are kept. */
  long quarantinedBytes() {
    return quarantinedBytes;
  }

  /** Puts a file aside under another name; past a few, the oldest of these go. */
  void quarantine(Path file) throws IOException {
    Path aside = path.resolve(file.getFileName() + QUARANTINED);
    if (quarantined.remove(aside)) {
      quarantinedBytes -= sizeOf(aside);
    }
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    noteQuarantined(aside);
  }

  /** Removes the oldest bad segment; false if there is none. */
  boolean dropQuarantined() {
    Path oldest = quarantined.pollFirst();
    if (oldest == null) {
      return false;
    }
    quarantinedBytes -= sizeOf(oldest);
    deleteQuietly(oldest);
    return true;
  }

  private void noteQuarantined(Path file) {
    while (quarantined.size() >= MAX_QUARANTINED) {
      dropQuarantined();
    }
    quarantined.add(file);
    quarantinedBytes += sizeOf(file);
  }

  private static long sizeOf(Path file) {
    try {
      return isPlainFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Whether it is gone afterwards; a folder with something in it stays. */
  static boolean deleteQuietly(Path file) {
    try {
      Files.delete(file);
      return true;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

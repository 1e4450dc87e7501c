package io.numetry.exporter.spool;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import net.openhft.chronicle.bytes.MappedBytes;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.core.io.BackgroundResourceReleaser;
import net.openhft.chronicle.core.io.IORuntimeException;

/**
 * A mapping of a whole file by Chronicle Bytes; the one class that knows it.
 *
 * <p>The file has its size already: what Chronicle adds to a file is a hole, and a store into a
 * hole on a full disk kills the process. Nor is it asked to force anything to the device: the
 * file's channel does that.
 */
final class ChronicleMapping implements AutoCloseable {
  /** Without these, Chronicle Bytes 2026.4 maps nothing on JDK 25. */
  static final String FLAGS =
      "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED"
          + " --add-opens=java.base/sun.nio.ch=ALL-UNNAMED";

  private final MappedBytes bytes;
  private final long address;
  private final long byteSize;

  private ChronicleMapping(MappedBytes bytes, long byteSize) {
    this.bytes = bytes;
    this.address = bytes.addressForRead(0);
    this.byteSize = byteSize;
  }

  /** What keeps Chronicle from mapping files in this JVM, as a sentence; empty if nothing does. */
  static Optional<String> obstacle() {
    Module user;
    try {
      user = MappedBytes.class.getModule();
    } catch (LinkageError absent) {
      return Optional.of(
          "needs net.openhft:chronicle-bytes, which is not on the class path: add it");
    }
    Module base = Object.class.getModule();
    return base.isOpen("java.lang.reflect", user) && base.isOpen("sun.nio.ch", user)
        ? Optional.empty()
        : Optional.of("needs the JVM flags " + FLAGS + ": add them");
  }

  /**
   * Maps the file's first bytes for reading and writing.
   *
   * @throws IOException if the system or the JVM refuses
   */
  static ChronicleMapping map(Path path, long byteSize) throws IOException {
    File file = path.toFile();
    if (!file.exists()) {
      throw new FileNotFoundException(path + " is gone");
    }
    try {
      long fileBytes = file.length();
      // One chunk, which is the file. What singleMappedBytes maps, Chronicle never unmaps.
      MappedBytes bytes = MappedBytes.mappedBytes(file, byteSize, 0);
      // Opened by one thread, closed by another at times, never used by two at once.
      bytes.singleThreadedCheckDisabled(true);
      bytes.mappedFile().syncMode(SyncMode.NONE);
      var mapping = new ChronicleMapping(bytes, byteSize);
      if (fileBytes < byteSize) {
        cutBackTo(path, fileBytes, bytes); // once it is mapped, since that is when it grows
      }
      return mapping;
    } catch (IORuntimeException e) {
      throw new IOException("cannot map " + path, e);
    } catch (LinkageError | AssertionError | UnsupportedOperationException e) {
      // A JVM that denies sun.misc.Unsafe, or one whose insides have changed.
      throw new IOException("Chronicle Bytes does not work on this JVM: " + e, e);
    }
  }

  /**
   * Chronicle makes a shorter file as long as its mapping, by a hole. Some file systems take room
   * for a hole when it is read, and on a full device that is a fault: whoever reads the file later
   * would take it for broken.
   */
  private static void cutBackTo(Path path, long fileBytes, MappedBytes mapped) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(fileBytes);
    } catch (IOException e) {
      mapped.releaseLast();
      throw e;
    }
  }

  long address() {
    return address;
  }

  long byteSize() {
    return byteSize;
  }

  /** Returns when the memory is gone; a millisecond or two later. */
  @Override
  public void close() {
    bytes.releaseLast();
    // Chronicle unmaps on a thread of its own, and until then the device's room is not free.
    BackgroundResourceReleaser.releasePendingResources();
  }
}

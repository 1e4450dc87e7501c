package io.numetry.exporter.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One spool, one user. The kernel's lock on a file ends with its process however that ends, so what
 * a dead process left is no obstacle; the process id in the file is for the message alone.
 */
final class SpoolLock implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SpoolLock.class.getName());

  static final String NAME = "spool.lock";

  /** Asked before the file is opened: to close any channel of a file ends all locks on it. */
  private static final Set<Path> OF_PROCESS = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private SpoolLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Locks a folder.
   *
   * @param folder a real path
   * @throws SpoolException if someone has it
   */
  static SpoolLock acquire(Path folder) throws SpoolException, IOException {
    if (!OF_PROCESS.add(folder)) {
      throw taken(folder, "another exporter of this process");
    }
    try {
      return lock(folder);
    } catch (SpoolException | IOException | RuntimeException refused) {
      OF_PROCESS.remove(folder);
      throw refused;
    }
  }

  private static SpoolLock lock(Path folder) throws SpoolException, IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS),
            SpoolFolder.OWNER_ONLY_FILE);
    boolean locked;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Of another class loader. The channel stays open on purpose: see OF_PROCESS.
      throw taken(folder, "another exporter of this process");
    }
    if (!locked) {
      String holder = holder(channel);
      channel.close();
      throw taken(folder, holder);
    }
    writeHolder(channel);
    return new SpoolLock(folder, channel);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      OF_PROCESS.remove(folder);
    }
  }

  /** A full disk, for one, must not keep anyone from emptying the spool. */
  private static void writeHolder(FileChannel channel) {
    String pid = ProcessHandle.current().pid() + "\n";
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "spool: the lock''s file does not tell its holder", e);
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return pid.matches("[0-9]+") ? "process " + pid : "another process";
  }

  private static SpoolException taken(Path folder, String holder) {
    return new SpoolException(
        "spool: folder="
            + folder
            + " is in use by "
            + holder
            + ", write a folder of its own for each");
  }
}

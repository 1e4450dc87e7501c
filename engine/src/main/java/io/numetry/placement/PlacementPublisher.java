package io.numetry.placement;

import io.numetry.numa.placed.PlacedProcess;
import io.numetry.numa.placed.PlacementFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Keeps a file up to date for others to look at. For any thread. */
final class PlacementPublisher implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Placement.class.getName());
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Supplier<PlacedProcess> process;
  private volatile boolean changed;
  private boolean closed;
  private boolean told;

  private PlacementPublisher(Path file, Supplier<PlacedProcess> process) {
    this.file = file;
    this.process = process;
  }

  /**
   * @param process what is placed at a moment
   * @throws IllegalArgumentException if another telemetry of this process has the file
   */
  static PlacementPublisher open(Path file, Supplier<PlacedProcess> process) {
    Path absolute = file.toAbsolutePath().normalize();
    if (!OPEN.add(absolute)) {
      throw new IllegalArgumentException(
          "placement file="
              + absolute
              + " is written by another telemetry of this process, name another");
    }
    return new PlacementPublisher(absolute, process);
  }

  /**
   * @throws IllegalArgumentException if the file cannot be written
   */
  void writeFirst() {
    try {
      PlacementFile.write(file, process.get());
    } catch (IOException e) {
      OPEN.remove(file);
      throw new IllegalArgumentException(
          "placement file="
              + file
              + " cannot be written ("
              + e
              + "), name one in a folder that this user may write to",
          e);
    }
  }

  /** The file is behind. */
  void changed() {
    changed = true;
  }

  /** Writes the file if it is behind. */
  void publish() {
    if (!changed) {
      return;
    }
    synchronized (this) {
      if (!changed || closed) {
        return;
      }
      changed = false;
      try {
        PlacementFile.write(file, process.get());
      } catch (IOException e) {
        if (!told) {
          told = true;
          LOG.log(
              System.Logger.Level.WARNING,
              "placement file {0} cannot be written any longer and is stale (told once): {1}",
              file,
              e.toString());
        }
      }
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "placement file {0} stays: {1}", file, e.toString());
      }
      OPEN.remove(file);
    }
  }
}

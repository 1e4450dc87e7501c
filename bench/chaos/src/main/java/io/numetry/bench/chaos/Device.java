package io.numetry.bench.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Where the spools are: a file system in memory that can be filled to its last byte, if this user
 * may mount one; else a plain folder, which cannot.
 */
final class Device implements AutoCloseable {
  private static final int SIZE_MEBIBYTES = 8;

  private final Path folder;
  private final boolean mounted;

  private Device(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  static Device in(Path parent) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(parent.resolve("device"));
    String options = "size=" + SIZE_MEBIBYTES + "m,mode=700";
    return new Device(
        folder, run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()));
  }

  Path folder() {
    return folder;
  }

  /** Whether {@link #fill} does anything. */
  boolean isLimited() {
    return mounted;
  }

  /** Takes all the room there is left. */
  void fill() throws IOException {
    if (!mounted) {
      return;
    }
    byte[] page = new byte[4096];
    try (OutputStream out = Files.newOutputStream(folder.resolve("others"))) {
      while (true) {
        out.write(page);
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
    }
  }

  /** Gives it back. */
  void free() throws IOException {
    Files.deleteIfExists(folder.resolve("others"));
  }

  @Override
  public void close() throws IOException {
    if (mounted) {
      try {
        run("umount", "-l", folder.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}

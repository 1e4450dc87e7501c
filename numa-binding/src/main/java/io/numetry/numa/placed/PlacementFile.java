package io.numetry.numa.placed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A {@link PlacedProcess} as a file for other processes, a line a thing, words of the form {@code
 * key=value} behind the first. A name is the last word of its line and may hold spaces.
 *
 * <pre>
 * numetry-placement 1
 * process pid=4711 started=81234 boot=0f3e...
 * thread role=core thread=4720 started=81300 cpus=2 node=0 counts=12,0,3,0,1 name=receiver
 * range kind=bank node=0 memory=0 address=7f0012340000 bytes=50335744 name=receiver
 * end
 * </pre>
 */
public final class PlacementFile {

  private static final int LONGEST_BYTES = 16 << 20;

  private PlacementFile() {}

  /**
   * Writes it, readable by its owner alone; whoever reads meanwhile has the former one whole.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, PlacedProcess process) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException(target + " is a folder");
    }
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path written = Files.createTempFile(folder, ".numetry-placement", ".new", ownerOnly);
    try {
      Files.writeString(
          written, PlacementText.of(process), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
      move(written, target);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(written);
      throw e;
    }
  }

  private static void move(Path written, Path target) throws IOException {
    try {
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Reads one.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is no such file, or damaged; the message names the line
   */
  public static PlacedProcess read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST_BYTES + 1);
      if (bytes.length > LONGEST_BYTES) {
        throw new IllegalArgumentException(
            "file=" + file + " is longer than bytes=" + LONGEST_BYTES);
      }
      return new PlacementText(file).parse(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}

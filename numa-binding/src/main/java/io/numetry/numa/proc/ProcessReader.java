package io.numetry.numa.proc;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what the kernel keeps of a process. Allocates. */
public final class ProcessReader {
  private static final int MOST_DESCRIPTORS = 1 << 20;

  private final Path folder;

  /**
   * This process.
   *
   * @param root the folder that proc is in
   */
  public ProcessReader(Path root) {
    this(root, "self");
  }

  /**
   * @param root the folder that proc is in
   * @param process its number, or "self"
   */
  public ProcessReader(Path root, String process) {
    this.folder = root.resolve("proc/" + process);
  }

  public Path folder() {
    return folder;
  }

  public Optional<ProcStat> stat() {
    return KernelText.read(folder.resolve("stat")).flatMap(ProcStat::parse);
  }

  public Optional<ProcStatus> status() {
    return KernelText.read(folder.resolve("status")).map(ProcStatus::new);
  }

  /** Open file descriptors, less the one that is open for counting; empty beyond a million. */
  public OptionalLong openDescriptors() {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.resolve("fd"))) {
      long count = 0;
      for (Path _ : entries) {
        if (++count > MOST_DESCRIPTORS) {
          return OptionalLong.empty();
        }
      }
      return count == 0 ? OptionalLong.empty() : OptionalLong.of(count - 1);
    } catch (IOException | DirectoryIteratorException e) {
      return OptionalLong.empty();
    }
  }
}

package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The kernel's files beneath a root. What is missing is empty; what cannot be read, or makes no
 * sense, is empty and remarked on. Nothing here throws for what a file holds.
 *
 * <p>Paths are given without the leading slash: "sys/devices/system/cpu/online".
 */
final class HostFiles {

  /** A list of mounts may be long; nothing else comes near. */
  private static final int LONGEST_FILE = 4 << 20;

  /** What some kernels print for a list that was never set. */
  private static final String NULL_LIST = "(null)";

  private static final int MOST_DIGITS = 18;

  private final Path root;
  private final Remarks remarks;

  HostFiles(Path root, Remarks remarks) {
    this.root = root;
    this.remarks = remarks;
  }

  /** Where a path is, for messages. */
  Path file(String path) {
    return root.resolve(path);
  }

  boolean exists(String path) {
    try {
      return Files.exists(file(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** A file's text without white space around it. */
  Optional<String> text(String path) {
    try {
      Path file = file(path);
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (!Files.isRegularFile(file)) {
        remarks.add("topology: cannot read file=" + file + ", it is no regular file");
        return Optional.empty();
      }
      return bounded(file);
    } catch (NoSuchFileException e) {
      return Optional.empty(); // gone since, as a CPU that is switched off
    } catch (IOException | InvalidPathException e) {
      remarks.add("topology: cannot read file=/" + path + ", " + e);
      return Optional.empty();
    }
  }

  private Optional<String> bounded(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
      if (bytes.length > LONGEST_FILE) {
        remarks.add("topology: file=" + file + " is longer than bytes=" + LONGEST_FILE);
        return Optional.empty();
      }
      return Optional.of(new String(bytes, StandardCharsets.UTF_8).strip());
    }
  }

  /** Numbers of CPUs or nodes in the kernel's list format. */
  Optional<CpuSet> list(String path) {
    Optional<String> text = text(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().equals(NULL_LIST)) {
      return Optional.of(CpuSet.of());
    }
    try {
      return Optional.of(CpuSet.parse(text.get()));
    } catch (IllegalArgumentException e) {
      remarks.add("topology: file=" + file(path) + " holds no list, " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A whole number from 0 up; negative ones, by which the kernel means "none", are empty. */
  OptionalLong number(String path) {
    Optional<String> text = text(path);
    if (text.isEmpty() || text.get().equals("-1")) {
      return OptionalLong.empty();
    }
    OptionalLong number = digits(text.get());
    if (number.isEmpty()) {
      remarks.add(
          "topology: file=" + file(path) + " holds no number, text=\"" + brief(text.get()) + "\"");
    }
    return number;
  }

  /** As {@link #number}, for what must fit an int. */
  OptionalInt smallNumber(String path) {
    OptionalLong number = number(path);
    if (number.isPresent() && number.getAsLong() > Integer.MAX_VALUE) {
      remarks.add(
          "topology: file=" + file(path) + " is out of range, number=" + number.getAsLong());
      return OptionalInt.empty();
    }
    return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
  }

  /** Names in a folder, sorted; none if there is no such folder. */
  List<String> names(String path) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(file(path))) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException | DirectoryIteratorException e) {
      remarks.add("topology: cannot list folder=" + file(path) + ", " + e);
    }
    names.sort(String::compareTo);
    return List.copyOf(names);
  }

  /** Digits alone, few enough for a long. */
  static OptionalLong digits(String text) {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** What of a text fits a message. */
  static String brief(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}

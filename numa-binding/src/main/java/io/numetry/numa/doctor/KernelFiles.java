package io.numetry.numa.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Settings of the kernel beneath a root. What cannot be read is empty. */
final class KernelFiles {

  private static final int LONGEST_FILE = 1 << 20;
  private static final int MOST_DIGITS = 18;

  private final Path root;

  KernelFiles(Path root) {
    this.root = root;
  }

  /**
   * A file's text without white space around it.
   *
   * @param path with the leading slash, as messages have it
   */
  Optional<String> text(String path) {
    try {
      Path file = root.resolve(path.substring(1));
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8).strip());
      }
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A file's number from 0 up; empty if the text is none. */
  OptionalLong number(String path) {
    return text(path).map(KernelFiles::digits).orElse(OptionalLong.empty());
  }

  static OptionalLong digits(String text) {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** Why a file's value is not known. */
  String why(String path) {
    return text(path)
        .map(text -> "file=" + path + " holds text=\"" + brief(text) + "\"")
        .orElse("cannot read file=" + path);
  }

  private static String brief(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}

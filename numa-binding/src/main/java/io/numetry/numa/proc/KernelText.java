package io.numetry.numa.proc;

import io.numetry.numa.CpuSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Short texts from the kernel, and the numbers in them. */
public final class KernelText {
  /** None of the files read here comes near. */
  public static final int LONGEST_BYTES = 64 << 10;

  private static final int MOST_DIGITS = 18;
  private static final long KIB = 1024;

  private KernelText() {}

  /** A file's text; empty if it cannot be read, or is longer than {@link #LONGEST_BYTES}. */
  public static Optional<String> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST_BYTES + 1);
      return bytes.length > LONGEST_BYTES
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty(); // not this kernel's, not ours to read, or a thread that has ended
    }
  }

  /** Digits alone, few enough for a long. */
  public static OptionalLong number(String text) {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** The number behind {@code key}, in the first line that begins with it and a separator. */
  public static OptionalLong valueOf(String text, String key) {
    return wordsBehind(text, key).map(words -> number(words[0])).orElse(OptionalLong.empty());
  }

  /** As {@link #valueOf}, of a number followed by the kernel's kB, which are 1024 bytes. */
  public static OptionalLong bytesOf(String text, String key) {
    Optional<String[]> words = wordsBehind(text, key);
    if (words.isEmpty() || words.get().length != 2 || !words.get()[1].equals("kB")) {
      return OptionalLong.empty();
    }
    OptionalLong kib = number(words.get()[0]);
    return kib.isPresent() && kib.getAsLong() <= Long.MAX_VALUE / KIB
        ? OptionalLong.of(kib.getAsLong() * KIB)
        : OptionalLong.empty();
  }

  /** As {@link #valueOf}, of a list of CPUs or nodes as the kernel writes them. */
  public static Optional<CpuSet> listOf(String text, String key) {
    try {
      return wordsBehind(text, key).map(words -> CpuSet.parse(words[0]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String[]> wordsBehind(String text, String key) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.length() > key.length() && line.startsWith(key))
        .map(line -> line.substring(key.length()))
        .filter(rest -> rest.charAt(0) == ':' || Character.isWhitespace(rest.charAt(0)))
        .findFirst()
        .map(rest -> rest.strip())
        .map(rest -> rest.startsWith(":") ? rest.substring(1).strip() : rest)
        .map(rest -> rest.split("\\s+", -1));
  }
}

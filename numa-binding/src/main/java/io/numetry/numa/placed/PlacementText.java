package io.numetry.numa.placed;

import io.numetry.numa.CpuSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a {@link PlacementFile}, written and read. */
final class PlacementText {

  private static final String FORMAT = "numetry-placement 1";
  private static final String END = "end";
  private static final String UNKNOWN = "-";
  private static final String NAME = " name=";
  private static final int HEX = 16;
  private static final int COUNTS = 5;

  private final Path file;
  private int lineNumber;
  private Map<String, String> words = Map.of();

  /**
   * @param file for messages
   */
  PlacementText(Path file) {
    this.file = file;
  }

  static String of(PlacedProcess process) {
    StringBuilder text = new StringBuilder(FORMAT).append('\n');
    text.append("process pid=").append(process.pid());
    text.append(" started=").append(text(process.startTicks()));
    text.append(" boot=").append(process.bootId().isBlank() ? UNKNOWN : process.bootId());
    text.append('\n');
    for (PlacedThread thread : process.threads()) {
      text.append("thread role=").append(thread.role().word());
      text.append(" thread=").append(thread.kernelThread());
      text.append(" started=").append(text(thread.startTicks()));
      text.append(" cpus=").append(thread.wantedCpus().isEmpty() ? UNKNOWN : thread.wantedCpus());
      text.append(" node=").append(text(thread.wantedNode()));
      text.append(" counts=").append(text(thread.before()));
      text.append(NAME).append(escaped(thread.name())).append('\n');
    }
    for (PlacedRange range : process.ranges()) {
      text.append("range kind=").append(escaped(range.kind()).replace(' ', '_'));
      text.append(" node=").append(range.node());
      text.append(" memory=").append(text(range.memoryNode()));
      text.append(" address=").append(Long.toUnsignedString(range.address(), HEX));
      text.append(" bytes=").append(range.bytes());
      text.append(NAME).append(escaped(range.owner())).append('\n');
    }
    return text.append(END).append('\n').toString();
  }

  /**
   * @throws IllegalArgumentException if the text is none of these
   */
  PlacedProcess parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(FORMAT)) {
      throw new IllegalArgumentException(
          "file="
              + file
              + " does not begin with \""
              + FORMAT
              + "\", name a file that telemetry wrote");
    }
    if (!lines.getLast().equals(END)) {
      throw new IllegalArgumentException(
          "file=" + file + " is cut off, its last line is not " + END);
    }
    lineNumber = 2;
    words(lines.get(1), "process");
    long pid = number("pid");
    OptionalLong started = optional("started");
    String boot = word("boot");
    List<PlacedThread> threads = new ArrayList<>();
    List<PlacedRange> ranges = new ArrayList<>();
    for (String line : lines.subList(2, lines.size() - 1)) {
      lineNumber++;
      if (line.startsWith("thread ")) {
        words(line, "thread");
        threads.add(thread());
      } else {
        words(line, "range");
        ranges.add(range());
      }
    }
    return new PlacedProcess(pid, started, boot.equals(UNKNOWN) ? "" : boot, threads, ranges);
  }

  private PlacedThread thread() {
    return new PlacedThread(
        role(word("role")),
        word("name"),
        small("thread"),
        optional("started"),
        cpus(word("cpus")),
        optionalSmall("node"),
        counts(word("counts")));
  }

  private PlacedRange range() {
    return new PlacedRange(
        word("kind"),
        word("name"),
        small("node"),
        optionalSmall("memory"),
        address(word("address")),
        number("bytes"));
  }

  private void words(String line, String first) {
    words = new HashMap<>();
    int name = line.indexOf(NAME);
    String rest = name < 0 ? line : line.substring(0, name);
    String[] parts = rest.split(" ", -1);
    if (!parts[0].equals(first)) {
      throw broken("a line that begins with " + first + " was expected");
    }
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals < 1) {
        throw broken("\"" + parts[i] + "\" is not of the form key=value");
      }
      words.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
    }
    if (name >= 0) {
      words.put("name", unescaped(line.substring(name + NAME.length())));
    }
  }

  private String word(String key) {
    String value = words.get(key);
    if (value == null) {
      throw broken("there is no " + key);
    }
    return value;
  }

  private long number(String key) {
    return parsed(key, word(key));
  }

  private long parsed(String key, String text) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like a negative one
    }
    throw broken(key + "=" + text + " is no number from 0 up");
  }

  private int small(String key) {
    long number = number(key);
    if (number > Integer.MAX_VALUE) {
      throw broken(key + "=" + number + " is too large");
    }
    return (int) number;
  }

  private OptionalLong optional(String key) {
    return word(key).equals(UNKNOWN) ? OptionalLong.empty() : OptionalLong.of(number(key));
  }

  private OptionalInt optionalSmall(String key) {
    return word(key).equals(UNKNOWN) ? OptionalInt.empty() : OptionalInt.of(small(key));
  }

  private ThreadRole role(String text) {
    return Stream.of(ThreadRole.values())
        .filter(role -> role.word().equals(text))
        .findFirst()
        .orElseThrow(() -> broken("role=" + text + " is unknown"));
  }

  private CpuSet cpus(String text) {
    try {
      return text.equals(UNKNOWN) ? CpuSet.of() : CpuSet.parse(text);
    } catch (IllegalArgumentException e) {
      throw broken("cpus=" + text + " is no list");
    }
  }

  private long address(String text) {
    try {
      return Long.parseUnsignedLong(text, HEX);
    } catch (NumberFormatException e) {
      throw broken("address=" + text + " is no hexadecimal number");
    }
  }

  private ThreadCounts counts(String text) {
    String[] counts = text.split(",", -1);
    if (counts.length != COUNTS) {
      throw broken("counts=" + text + " are not " + COUNTS);
    }
    return new ThreadCounts(
        count(counts[0]), count(counts[1]), count(counts[2]), count(counts[3]), count(counts[4]));
  }

  private OptionalLong count(String text) {
    return text.equals(UNKNOWN) ? OptionalLong.empty() : OptionalLong.of(parsed("counts", text));
  }

  private IllegalArgumentException broken(String what) {
    return new IllegalArgumentException("file=" + file + " line=" + lineNumber + ": " + what);
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : UNKNOWN;
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : UNKNOWN;
  }

  private static String text(ThreadCounts counts) {
    return Stream.of(
            counts.minorFaults(),
            counts.majorFaults(),
            counts.voluntarySwitches(),
            counts.involuntarySwitches(),
            counts.migrations())
        .map(PlacementText::text)
        .collect(Collectors.joining(","));
  }

  /** Everything that ends a line, and the backslash. */
  private static String escaped(String name) {
    StringBuilder text = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              if (c == '\\'
                  || c < ' '
                  || c == 0x7f
                  || c == 0x85
                  || c == 0x2028
                  || c == 0x2029
                  || Character.isSurrogate((char) c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                text.append((char) c);
              }
            });
    return text.toString();
  }

  private String unescaped(String text) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        name.append(text.charAt(i));
        continue;
      }
      int end = i + 6;
      if (end > text.length() || text.charAt(i + 1) != 'u') {
        throw broken("name=" + text + " has a \\ that is not followed by u and four digits");
      }
      try {
        name.append((char) Integer.parseInt(text.substring(i + 2, end), HEX));
      } catch (NumberFormatException e) {
        throw broken("name=" + text + " has a \\u that is not followed by four digits");
      }
      i = end - 1;
    }
    return name.toString();
  }
}

package io.numetry.codegen.validate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people write for a unit, or into a name, and what UCUM has for it. */
final class UnitWords {
  private static final Map<String, String> UNITS = new HashMap<>();

  static {
    put("By", "b", "byte", "bytes");
    put("KiBy", "kib", "kibibyte", "kibibytes");
    put("MiBy", "mib", "mebibyte", "mebibytes");
    put("GiBy", "gib", "gibibyte", "gibibytes");
    put("kBy", "kb", "kilobyte", "kilobytes");
    put("MBy", "mb", "megabyte", "megabytes");
    put("GBy", "gb", "gigabyte", "gigabytes");
    put("bit", "bits");
    put("s", "sec", "secs", "second", "seconds");
    put("ms", "milli", "millis", "msec", "millisecond", "milliseconds");
    put("us", "micro", "micros", "usec", "microsecond", "microseconds");
    put("ns", "nano", "nanos", "nsec", "nanosecond", "nanoseconds");
    put("min", "mins", "minute", "minutes");
    put("h", "hr", "hrs", "hour", "hours");
    put("d", "day", "days");
    put("Hz", "hz", "hertz");
    put("%", "percent", "pct");
    put("Cel", "celsius");
    put("1", "ratio", "fraction", "none", "dimensionless");
  }

  private UnitWords() {}

  private static void put(String unit, String... words) {
    for (String word : words) {
      UNITS.put(word, unit);
    }
  }

  /** The unit that a word means. */
  static Optional<String> unitOf(String word) {
    return Optional.ofNullable(UNITS.get(word.toLowerCase(Locale.ROOT)));
  }

  /** True of the units of time that are no words. */
  static boolean isUnitOfTime(String word) {
    return word.equals("ms") || word.equals("us") || word.equals("ns");
  }

  /** The unit that an annotation hides: its text is a unit, or means one. */
  static Optional<String> hiddenIn(String annotation) {
    Optional<String> meant = unitOf(annotation).filter(unit -> !unit.equals("1"));
    return annotation.length() <= 4 && UNITS.containsValue(annotation)
        ? Optional.of(annotation)
        : meant;
  }

  /** {@code {message}} of {@code messages}. */
  static String annotation(String word) {
    boolean plural = word.length() > 2 && word.endsWith("s") && !word.endsWith("ss");
    return "{" + (plural ? word.substring(0, word.length() - 1) : word) + "}";
  }

  /** What a measure is called that has {@code unit}. */
  static String measureIn(String unit) {
    return switch (unit) {
      case "%" -> "ratio";
      case "Hz" -> "frequency";
      case "Cel" -> "temperature";
      default -> unit.endsWith("By") || unit.equals("bit") ? "size" : "duration";
    };
  }
}

package io.numetry.codegen;

import io.numetry.codegen.validate.Faults;
import io.numetry.codegen.validate.Limits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a compilation chooses, as {@code javac -Anumetry...=...}.
 *
 * @param baseline file of the stable metrics, relative to the compiler's working directory
 * @param writesBaseline true if the file is to be written, and not compared to
 */
record Options(Limits limits, Optional<Path> baseline, boolean writesBaseline) {
  /** Most combinations of attribute values that an instrument may have: a positive number. */
  static final String MAX_COMBINATIONS = "numetry.maxCombinations";

  /** {@code allow} lets names start with what is OpenTelemetry's or Numetry's own. */
  static final String RESERVED = "numetry.reserved";

  /** Path of the baseline. */
  static final String BASELINE = "numetry.baseline";

  /** {@code true} writes the baseline. */
  static final String BASELINE_WRITE = "numetry.baseline.write";

  private static final String ALLOW = "allow";

  /** Reads the options; one with a wrong value is reported and counts as not given. */
  static Options read(Map<String, String> options, Reports reports) {
    return new Options(
        new Limits(
            maxCombinations(options.get(MAX_COMBINATIONS), reports),
            isOn(RESERVED, ALLOW, options, reports)),
        Optional.ofNullable(options.get(BASELINE)).filter(path -> !path.isBlank()).map(Path::of),
        isOn(BASELINE_WRITE, "true", options, reports));
  }

  private static int maxCombinations(@Nullable String value, Reports reports) {
    if (value == null) {
      return Limits.DEFAULT.maxCombinations();
    }
    if (value.matches("[1-9]\\d{0,8}")) {
      return Integer.parseInt(value);
    }
    reports.add(Faults.option(MAX_COMBINATIONS, value, "a number from 1 to 999999999"));
    return Limits.DEFAULT.maxCombinations();
  }

  private static boolean isOn(
      String option, String on, Map<String, String> options, Reports reports) {
    String value = options.getOrDefault(option, "");
    if (!value.isEmpty() && !value.equals(on) && !value.equals("false")) {
      reports.add(Faults.option(option, value, on + ", or leave the option out,"));
    }
    return value.equals(on);
  }
}

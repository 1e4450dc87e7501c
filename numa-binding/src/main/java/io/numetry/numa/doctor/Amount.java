package io.numetry.numa.doctor;

import java.util.Locale;
import java.util.OptionalLong;

/** Writes numbers of bytes for people. */
final class Amount {

  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  private static final int STEP = 1024;

  private Amount() {}

  static String of(OptionalLong bytes) {
    return bytes.isPresent() ? of(bytes.getAsLong()) : "unknown";
  }

  static String of(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= STEP && unit < UNITS.length - 1) {
      amount /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
  }
}

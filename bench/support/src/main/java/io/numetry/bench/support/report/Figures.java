package io.numetry.bench.support.report;

import java.util.Locale;

/** Figures with units, as people read them: three digits that count. */
public final class Figures {

  private static final double KILO = 1_000;
  private static final double MEGA = 1_000_000;
  private static final double GIGA = 1_000_000_000;
  private static final double PERCENT = 100;

  private Figures() {}

  /** "3.41 ns", "123 ns", "12.3 µs", "4.56 ms", "1.20 s". */
  public static String nanos(double nanos) {
    if (nanos < KILO - 0.5) {
      return three(nanos) + " ns";
    }
    if (nanos < MEGA - KILO / 2) {
      return three(nanos / KILO) + " µs";
    }
    return nanos < GIGA - MEGA / 2 ? three(nanos / MEGA) + " ms" : three(nanos / GIGA) + " s";
  }

  private static String three(double number) {
    String format = number < 9.995 ? "%.2f" : number < 99.95 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, format, number);
  }

  /** "1.04x", "12x". */
  public static String times(double ratio) {
    return (ratio < 9.995
            ? String.format(Locale.ROOT, "%.2f", ratio)
            : ratio < 99.95
                ? String.format(Locale.ROOT, "%.1f", ratio)
                : String.format(Locale.ROOT, "%,.0f", ratio))
        + "x";
  }

  /** What a ratio is above one: "+4 %", "-1 %". */
  public static String more(double ratio) {
    return String.format(Locale.ROOT, "%+.0f %%", PERCENT * (ratio - 1)).replace("-0 %", "+0 %");
  }

  /** As {@link #more}, of a time: "4 % longer", "1 % less", "no longer". */
  public static String longer(double ratio) {
    long percent = Math.round(PERCENT * (ratio - 1));
    if (percent == 0) {
      return "no longer";
    }
    return Math.abs(percent) + " % " + (percent > 0 ? "longer" : "less");
  }

  /** "32 MiB". */
  public static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  /** No unit: "0.4", "3.4", "34", "345". */
  public static String digits(double number) {
    return number < 9.95
        ? String.format(Locale.ROOT, "%.1f", number)
        : String.format(Locale.ROOT, "%.0f", number);
  }
}

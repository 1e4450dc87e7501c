package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawInstrument;
import java.util.Locale;

/** A metric's complete name on the wire. */
final class MetricNames {
  private MetricNames() {}

  /** The name given, or the set's, a dot and {@code noun}. */
  static String of(String setName, RawInstrument instrument, String noun) {
    return isGiven(instrument) ? instrument.name().value() : setName + "." + noun;
  }

  static boolean isGiven(RawInstrument instrument) {
    return !instrument.name().value().isEmpty();
  }

  /**
   * What a backend may make of a name that knows neither case nor dots; two metrics that are the
   * same then do not reach it as two.
   */
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }
}

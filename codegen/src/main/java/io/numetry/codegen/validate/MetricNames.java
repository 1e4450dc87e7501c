package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawInstrument;

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
}

package io.numetry.bench.support.measure;

import java.util.List;

/** What a program of its own prints, as JSON in the last line of its output. */
public record Readings(List<Reading> readings) {
  public Readings {
    readings = List.copyOf(readings);
  }

  /**
   * The value of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public double value(String name) {
    return readings.stream()
        .filter(reading -> reading.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("readings: name=" + name + ", none"))
        .value();
  }
}

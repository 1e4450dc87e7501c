package io.numetry.bench.jmh;

import io.numetry.attribute.Attributes;

/** Attributes that tell a bench's series apart. */
final class BenchEntities {
  private BenchEntities() {}

  static Attributes entity(int number) {
    return Attributes.of("bench.entity", "e" + number);
  }
}

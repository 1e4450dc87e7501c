package io.numetry.exporter.random;

import java.util.Random;

/** What the values of an instrument are like. */
enum ValueStyle {
  /** Few digits, so that sums of doubles are exact in any order. */
  EXACT,
  /** Of one order of magnitude. */
  NEAR,
  /** From tiny to huge. */
  WIDE,
  /** Powers of two, and their neighbours. */
  POWERS;

  double nextDouble(Random random) {
    double magnitude =
        switch (this) {
          case EXACT -> random.nextInt(1 << 20) / 64.0;
          case NEAR -> 1 + random.nextDouble();
          case WIDE ->
              switch (random.nextInt(12)) {
                case 0 -> 0.0;
                case 1 -> Double.MIN_VALUE * (1 + random.nextInt(1000));
                case 2 -> Double.MIN_NORMAL;
                case 3 -> 1e290 * random.nextDouble();
                default -> Math.scalb(1 + random.nextDouble(), random.nextInt(-1022, 900));
              };
          case POWERS -> {
            double power = Math.scalb(1.0, random.nextInt(-60, 60));
            yield switch (random.nextInt(3)) {
              case 0 -> Math.nextUp(power);
              case 1 -> Math.nextDown(power);
              default -> power;
            };
          }
        };
    return random.nextInt(30) == 0 ? 0.0 : magnitude;
  }

  long nextLong(Random random) {
    return switch (this) {
      case EXACT -> random.nextInt(1000);
      case NEAR -> random.nextInt(1 << 10, 2 << 10);
      case WIDE -> random.nextLong(1L << random.nextInt(1, 40));
      case POWERS -> (1L << random.nextInt(0, 38)) + random.nextInt(-1, 2);
    };
  }
}

package io.numetry.bench.suite.measure;

import io.numetry.bench.suite.result.Mode;
import java.util.Map;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long a kind of benchmark is measured: virtual machines, then turns of warm-up and of
 * measuring in each, and their milliseconds.
 */
enum Effort {
  /** Nanoseconds an operation. */
  OPERATION("single operations"),
  /** Up to a millisecond an operation. */
  CYCLE("collections"),
  /** A million points an operation. */
  SCALE("scale"),
  /** With a network and a receiver. */
  DELIVERY("delivery"),
  /** Once in a fresh virtual machine. */
  SHOT("single shots"),
  /** With a disk. */
  DISK("disk");

  /** What starting a virtual machine and setting a benchmark up take, about. */
  private static final double START_SECONDS = 0.8;

  private static final Map<String, Effort> OF_CLASS =
      Map.ofEntries(
          Map.entry("AddressChainBench", OPERATION),
          Map.entry("CounterBench", OPERATION),
          Map.entry("DimensionBench", OPERATION),
          Map.entry("FlipBench", OPERATION),
          Map.entry("GaugeAndMmscBench", OPERATION),
          Map.entry("HistogramBench", OPERATION),
          Map.entry("MarkBench", OPERATION),
          Map.entry("PollBench", OPERATION),
          Map.entry("RecordBench", OPERATION),
          Map.entry("VectorBench", OPERATION),
          Map.entry("BusyIntervalBench", CYCLE),
          Map.entry("DrainBench", CYCLE),
          Map.entry("EncodeBench", CYCLE),
          Map.entry("ScaleBench", SCALE),
          Map.entry("ExportBench", DELIVERY),
          Map.entry("HandOverBench", CYCLE),
          Map.entry("RequestBench", DELIVERY),
          Map.entry("RegistrationBench", SHOT),
          Map.entry("StartBench", SHOT),
          Map.entry("SpoolBench", DISK));

  private final String text;

  Effort(String text) {
    this.text = text;
  }

  /** What that takes in one mode. */
  record Times(int forks, int warmUps, long warmUpMillis, int measurements, long millis) {
    double seconds() {
      return forks * (START_SECONDS + (warmUps * warmUpMillis + measurements * millis) / 1e3);
    }
  }

  /**
   * That of a class of benchmarks.
   *
   * @param type its simple name
   */
  static Effort of(String type) {
    Effort effort = OF_CLASS.get(type);
    if (effort == null) {
      throw new IllegalArgumentException(
          "bench suite: class=" + type + " has no effort; name it in Effort");
    }
    return effort;
  }

  String text() {
    return text;
  }

  Times times(Mode mode) {
    return switch (this) {
      case OPERATION ->
          pick(
              mode,
              new Times(1, 1, 100, 2, 100),
              new Times(3, 2, 200, 3, 150),
              new Times(5, 3, 200, 5, 200));
      case CYCLE ->
          pick(
              mode,
              new Times(1, 2, 200, 2, 200),
              new Times(3, 3, 300, 3, 200),
              new Times(5, 4, 500, 5, 400));
      case SCALE ->
          pick(
              mode,
              new Times(1, 1, 200, 2, 200),
              new Times(3, 2, 600, 3, 400),
              new Times(3, 3, 1_000, 4, 1_000));
      case DELIVERY ->
          pick(
              mode,
              new Times(1, 1, 500, 2, 300),
              new Times(3, 3, 700, 3, 500),
              new Times(5, 3, 1_000, 4, 1_000));
      case SHOT ->
          pick(mode, new Times(2, 0, 0, 1, 0), new Times(5, 0, 0, 1, 0), new Times(20, 0, 0, 1, 0));
      case DISK ->
          pick(
              mode,
              new Times(1, 1, 300, 2, 300),
              new Times(3, 1, 500, 2, 500),
              new Times(3, 2, 1_000, 3, 2_000));
    };
  }

  private static Times pick(Mode mode, Times smoke, Times quick, Times full) {
    return switch (mode) {
      case SMOKE, FULL_SMOKE -> smoke;
      case QUICK -> quick;
      case FULL -> full;
    };
  }

  void apply(Mode mode, ChainedOptionsBuilder options) {
    Times of = times(mode);
    options
        .forks(of.forks())
        .warmupIterations(of.warmUps())
        .measurementIterations(of.measurements());
    if (this != SHOT) {
      options
          .warmupTime(TimeValue.milliseconds(of.warmUpMillis()))
          .measurementTime(TimeValue.milliseconds(of.millis()));
    }
  }
}

package io.numetry.bench.chaos.gate;

import io.numetry.bench.chaos.plan.Weather;

/** A destination that can be made to fail in every way. Any thread. */
public interface Gate extends AutoCloseable {

  /** Where clients connect to; the same all the while. */
  int port();

  /** From now on. */
  void weather(Weather weather);

  /** What it has done so far. */
  FaultCounts faults();

  @Override
  void close();
}

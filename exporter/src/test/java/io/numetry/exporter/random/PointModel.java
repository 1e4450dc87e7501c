package io.numetry.exporter.random;

/** What one exporter is to be told of one point. */
abstract class PointModel {
  private boolean present;

  /** True if there is something to export. */
  final boolean isPresent() {
    return present;
  }

  final void setPresent(boolean now) {
    present = now;
  }

  /** Takes {@code count} values in, all of them {@code value}. */
  abstract void record(RegistrationModel from, Number value, long count);

  /** An interval of all exporters is over. */
  void intervalEnded() {}

  /** Nothing was recorded. */
  abstract void clear();

  /** True unless the value is as if nothing was recorded. */
  abstract boolean holdsSomething();

  /** Compares with what was sent. */
  abstract void check(WirePoint sent);
}

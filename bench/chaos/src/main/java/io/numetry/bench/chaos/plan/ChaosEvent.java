package io.numetry.bench.chaos.plan;

/** What happens at a moment of the schedule. */
public sealed interface ChaosEvent {

  /** A destination's weather changes. */
  record WeatherChange(int exporter, Weather weather) implements ChaosEvent {}

  /**
   * The process is killed, by signal 9, and started again.
   *
   * @param afterFlush whether that waits for the next flush that the process reports to be done
   * @param pauseMillis until it is started again
   * @param earlyMillis so long after that it is killed once more, while it starts; negative if not
   */
  record Kill(boolean afterFlush, long pauseMillis, long earlyMillis) implements ChaosEvent {}

  /** The process is told to end in order, and started again. */
  record Stop(long pauseMillis) implements ChaosEvent {}

  /** Something else takes all the room that is left on the spools' device. */
  record DiskFull() implements ChaosEvent {}

  /** It is gone. */
  record DiskFree() implements ChaosEvent {}
}

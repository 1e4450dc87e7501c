package io.numetry.bench.chaos.plan;

import io.numetry.bench.chaos.plan.ChaosEvent.DiskFree;
import io.numetry.bench.chaos.plan.ChaosEvent.DiskFull;
import io.numetry.bench.chaos.plan.ChaosEvent.Kill;
import io.numetry.bench.chaos.plan.ChaosEvent.Stop;
import io.numetry.bench.chaos.plan.ChaosEvent.WeatherChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Everything that is going to go wrong, in the order of its time. It follows from seed and duration
 * alone. Each kind of event comes soon enough to be in a short run, too. Time stands still while
 * the process is not there.
 *
 * @param events from the start on
 * @param faults a sequence for each exporter's destination
 */
public record Schedule(Duration duration, List<Timed> events, List<FaultSequence> faults) {
  private static final long SHORTEST_WEATHER = 400;
  private static final long LONGEST_WEATHER = 2_500;

  /** In which the last one is to start and everything is to become well. */
  private static final long QUIET_MILLIS = 2_000;

  /** An event and its time since the start. */
  public record Timed(long millis, ChaosEvent event) {}

  public Schedule {
    events = List.copyOf(events);
    faults = List.copyOf(faults);
  }

  public static Schedule of(long seed, Duration duration, int destinations) {
    var random = new SplittableRandom(seed);
    List<Timed> events = new ArrayList<>();
    List<FaultSequence> faults = new ArrayList<>();
    long end = duration.toMillis() - QUIET_MILLIS;
    for (int i = 0; i < destinations; i++) {
      addWeather(random.split(), i, end, events);
      faults.add(new FaultSequence(random.split()));
    }
    List<Timed> disk = disk(random.split(), end);
    events.addAll(disk);
    addEnds(random.split(), end, disk, events);
    events.sort(Comparator.comparingLong(Timed::millis));
    return new Schedule(duration, events, faults);
  }

  /** Every other spell is clear; the others are each kind once, in any order, then again. */
  private static void addWeather(
      RandomGenerator random, int exporter, long end, List<Timed> events) {
    List<Weather> left = new ArrayList<>();
    boolean clear = true;
    for (long at = 0; at < end; at += random.nextLong(SHORTEST_WEATHER, LONGEST_WEATHER)) {
      if (!clear && left.isEmpty()) {
        Collections.addAll(left, Weather.values());
        left.remove(Weather.CLEAR);
        left.remove(Weather.WELL);
      }
      Weather next = clear ? Weather.CLEAR : left.remove(random.nextInt(left.size()));
      events.add(new Timed(at, new WeatherChange(exporter, next)));
      clear = !clear;
    }
    events.add(new Timed(end, new WeatherChange(exporter, Weather.WELL)));
  }

  /** A full disk for a second or three, each ten or so. */
  private static List<Timed> disk(RandomGenerator random, long end) {
    List<Timed> events = new ArrayList<>();
    long at = random.nextLong(2_000, 8_000);
    while (at < end - 1_000) {
      long free = Math.min(end, at + random.nextLong(1_000, 3_000));
      events.add(new Timed(at, new DiskFull()));
      events.add(new Timed(free, new DiskFree()));
      at = free + random.nextLong(4_000, 12_000);
    }
    return events;
  }

  /**
   * The process is killed each two to seven seconds; each fourth time, first the second one, it
   * ends in order, unless the disk is full: what is neither delivered nor on disk is lost then, as
   * it has to be.
   */
  private static void addEnds(
      RandomGenerator random, long end, List<Timed> disk, List<Timed> events) {
    int number = 0;
    for (long at = random.nextLong(1_500, 5_000);
        at < end - 1_000;
        at += random.nextLong(2_000, 7_000)) {
      long pause = random.nextLong(400);
      boolean afterFlush = random.nextInt(3) == 0;
      long early = random.nextInt(4) == 0 ? random.nextLong(1_500) : -1;
      boolean inOrder = number++ % 4 == 1 && !isFull(disk, at);
      events.add(new Timed(at, inOrder ? new Stop(pause) : new Kill(afterFlush, pause, early)));
    }
  }

  private static boolean isFull(List<Timed> disk, long at) {
    boolean full = false;
    for (Timed timed : disk) {
      if (timed.millis() <= at) {
        full = timed.event() instanceof DiskFull;
      }
    }
    return full;
  }
}

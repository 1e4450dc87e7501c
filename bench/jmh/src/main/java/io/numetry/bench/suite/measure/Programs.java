package io.numetry.bench.suite.measure;

import io.numetry.bench.jmh.gateway.GatewayRate;
import io.numetry.bench.jmh.memory.SeriesMemory;
import io.numetry.bench.jmh.turn.OwnerTurns;
import io.numetry.bench.suite.result.Figure;
import io.numetry.bench.suite.result.Mode;
import io.numetry.bench.suite.result.Timing;
import io.numetry.bench.support.measure.ChildJvm;
import io.numetry.bench.support.measure.JitterLoop;
import io.numetry.bench.support.measure.OwnerPlace;
import io.numetry.bench.support.measure.PinnedThread;
import io.numetry.bench.support.measure.Reading;
import io.numetry.numa.NumaSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Figures of programs of their own, each case in a virtual machine of its own. Where there are
 * rounds, cases take turns, so that what drifts is in all of them.
 */
public final class Programs {
  private static final double NANOS = 1e9;

  private final Mode mode;
  private final NumaSystem numa;
  private final Consumer<String> progress;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<Timing> timings = new ArrayList<>();

  /** What one round measures of a case. */
  private interface Round {
    List<Reading> measure(String name) throws IOException, InterruptedException;
  }

  public Programs(Mode mode, NumaSystem numa, Consumer<String> progress) {
    this.mode = mode;
    this.numa = numa;
    this.progress = progress;
  }

  /**
   * Runs the programs of these subjects.
   *
   * @param subjects {@code turn}, {@code gateway}, {@code memory}
   */
  public void run(Set<String> subjects) throws InterruptedException {
    Optional<OwnerPlace> place = OwnerPlace.of(numa.topology().host());
    if (subjects.contains("turn") && place.isPresent()) {
      turns(place.get());
    }
    if (subjects.contains("gateway") && place.isPresent()) {
      gateway(place.get());
    }
    if (subjects.contains("memory")) {
      rounds(
          "memory",
          1,
          SeriesMemory.SUBJECTS,
          "none",
          "once",
          subject ->
              ChildJvm.run(SeriesMemory.class, SeriesMemory.OPTIONS, List.of(subject)).readings());
    }
  }

  private int rounds() {
    return switch (mode) {
      case SMOKE, FULL_SMOKE -> 1;
      case QUICK -> 3;
      case FULL -> 5;
    };
  }

  private long millis(long smoke, long quick, long full) {
    return switch (mode) {
      case SMOKE, FULL_SMOKE -> smoke;
      case QUICK -> quick;
      case FULL -> full;
    };
  }

  private void turns(OwnerPlace place) throws InterruptedException {
    int steps = PinnedThread.call(numa, "bench-owner", place.owner(), JitterLoop::calibrate);
    long warmUp = millis(300, 1_500, 3_000);
    long measured = millis(300, 2_500, 8_000);
    rounds(
        "turn",
        rounds(),
        OwnerTurns.SCENARIOS,
        warmUp + " ms",
        measured + " ms",
        scenario ->
            ChildJvm.run(
                    OwnerTurns.class,
                    OwnerTurns.OPTIONS,
                    OwnerTurns.arguments(scenario, place, steps, warmUp, measured))
                .readings());
  }

  private void gateway(OwnerPlace place) throws InterruptedException {
    // Both must have been compiled alike, and one of them waits for its first export.
    long warmUp = millis(2_000, 2_000, 3_000);
    long measured = millis(300, 2_500, 8_000);
    rounds(
        "gateway",
        rounds(),
        GatewayRate.SCENARIOS,
        warmUp + " ms",
        measured + " ms",
        scenario ->
            ChildJvm.run(
                    GatewayRate.class,
                    OwnerTurns.OPTIONS,
                    GatewayRate.arguments(scenario, place, warmUp, measured))
                .readings());
  }

  private void rounds(
      String subject, int rounds, List<String> cases, String warmUp, String measured, Round round)
      throws InterruptedException {
    final long start = System.nanoTime();
    Map<String, List<Double>> values = new LinkedHashMap<>();
    Map<String, String> units = new LinkedHashMap<>();
    for (int i = 0; i < rounds; i++) {
      for (String name : cases) {
        progress.accept(subject + ", round " + (i + 1) + " of " + rounds + ": " + name);
        try {
          for (Reading reading : round.measure(name)) {
            String figure = subject + ":" + name + "#" + reading.name();
            values.computeIfAbsent(figure, f -> new ArrayList<>()).add(reading.value());
            units.put(figure, reading.unit());
          }
        } catch (IOException e) {
          failures.add(subject + ", " + name + ": " + e.getMessage());
        }
      }
    }
    values.forEach(
        (name, all) -> {
          String unit = units.getOrDefault(name, "");
          figures.add(new Figure(name, unit, unit.endsWith("/s"), all));
        });
    timings.add(
        new Timing(
            subject, cases.size(), rounds, warmUp, measured, (System.nanoTime() - start) / NANOS));
  }

  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** A sentence each. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  public List<Timing> timings() {
    return List.copyOf(timings);
  }
}

package io.numetry.bench.jmh.turn;

import io.numetry.bench.support.measure.ChildJvm;
import io.numetry.bench.support.measure.JitterLoop;
import io.numetry.bench.support.measure.OwnerPlace;
import io.numetry.bench.support.measure.PinnedThread;
import io.numetry.bench.support.measure.Reading;
import io.numetry.bench.support.measure.ThreadCounts;
import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * A busy loop on a CPU of its own, each turn about a microsecond of work and what the scenario
 * records: four counters of one of 256 sets. Each turn is timed; the readings are percentiles. A
 * program of its own; in a virtual machine of its own for each scenario.
 *
 * <p>All threads but the owner's, the receiver among them, begin on the other CPUs; the virtual
 * machine's own may run anywhere, and its collections are counted.
 */
public final class OwnerTurns {
  /** For all scenarios alike: garbage is collected on one thread. */
  public static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Xms512m",
          "-Xmx512m",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  public static final List<String> SCENARIOS =
      Arrays.stream(Scenario.values()).map(Scenario::name).toList();

  private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

  /** Connecting takes a while, on an emulated machine a long one. */
  private static final long FIRST_EXPORT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private static final int SLICES = 4;

  private OwnerTurns() {}

  /** What {@link #main} is given. */
  public static List<String> arguments(
      String scenario, OwnerPlace place, int steps, long warmUpMillis, long millis) {
    return List.of(
        scenario,
        Integer.toString(place.owner()),
        place.elsewhere().toString(),
        Integer.toString(steps),
        Long.toString(warmUpMillis),
        Long.toString(millis));
  }

  public static void main(String[] args) {
    Scenario scenario = Scenario.valueOf(args[0]);
    int owner = Integer.parseInt(args[1]);
    var place = new OwnerPlace(owner, CpuSet.parse(args[2]));
    int steps = Integer.parseInt(args[3]);
    long warmUp = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[4]));
    long measured = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[5]));
    NumaSystem numa = NumaSystem.system();
    List<Reading> readings =
        // Threads get the CPUs of whoever starts them.
        PinnedThread.start(
                numa,
                "bench-elsewhere",
                place.elsewhere(),
                () -> {
                  try (Surroundings around = scenario.open(place)) {
                    return PinnedThread.call(
                        numa,
                        "bench-owner",
                        owner,
                        () -> own(numa, steps, warmUp, measured, around));
                  }
                })
            .await();
    ChildJvm.print(readings);
    System.exit(0); // whatever a peer's threads think of it
  }

  private static List<Reading> own(
      NumaSystem numa, int steps, long warmUp, long measured, Surroundings around)
      throws Exception {
    var loop = new JitterLoop(numa, steps);
    try (Surroundings.Owner owner = around.begin()) {
      long begin = System.nanoTime();
      do {
        for (int i = 0; i < SLICES; i++) {
          loop.run(warmUp / SLICES, owner.turn());
        }
      } while (around.requests() == 0 && System.nanoTime() - begin < FIRST_EXPORT_NANOS);
      long requests = around.requests();
      if (requests == 0) {
        throw new IllegalStateException("nothing was exported; is the machine overloaded?");
      }
      loop.forget();
      final long interrupted = ThreadCounts.interrupted();
      final long collections = collections();
      loop.run(measured, owner.turn());
      List<Reading> readings = percentiles(loop.nanos());
      readings.add(
          new Reading("interrupted", "1", ThreadCounts.interrupted() - (double) interrupted));
      readings.add(new Reading("collections", "1", collections() - (double) collections));
      readings.add(new Reading("requests", "1", around.requests() - (double) requests));
      return readings;
    }
  }

  private static List<Reading> percentiles(Histogram nanos) {
    List<Reading> readings = new ArrayList<>();
    for (double percentile : PERCENTILES) {
      String name = String.format(Locale.ROOT, "p%s", percentile).replaceFirst("\\.0$", "");
      readings.add(new Reading(name, "ns", nanos.getValueAtPercentile(percentile)));
    }
    readings.add(new Reading("max", "ns", nanos.getMaxValue()));
    readings.add(new Reading("turns", "1", nanos.getTotalCount()));
    return readings;
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }
}

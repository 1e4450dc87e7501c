package io.numetry.examples.soak;

import io.numetry.Telemetry;
import io.numetry.config.Environment;
import io.numetry.examples.received.MetricTotals;
import io.numetry.examples.received.OtlpReceiver;
import io.numetry.examples.reconcile.Reconciliation;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.numa.MemoryLedger;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NumaSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Records on two pinned cores for a long time, collects each 10 ms, opens and closes sets all the
 * while; then compares totals, native memory and resident size.
 */
public final class Soak {
  private static final int CORES = 2;
  private static final Duration INTERVAL = Duration.ofMillis(10);
  private static final Duration SAMPLE_EVERY = Duration.ofSeconds(2);
  private static final Duration RELEASE_PATIENCE = Duration.ofSeconds(20);
  private static final long RELEASE_LOOK_MILLIS = 100;

  /** Compilers and pools settle in the first part of the time. */
  private static final double WARM_UP = 0.2;

  private Soak() {}

  /** The command: one argument, the minutes. Exits with 0 if nothing was lost and nothing grew. */
  public static void main(String[] arguments) throws Exception {
    int minutes;
    try {
      minutes = arguments.length == 1 ? Integer.parseInt(arguments[0]) : 0;
    } catch (NumberFormatException e) {
      minutes = 0;
    }
    if (minutes < 1) {
      System.err.println("soak: write the minutes, a whole number from 1");
      System.exit(2);
    }
    SoakResult result = run(Duration.ofMinutes(minutes));
    if (!result.totals().isExact()) {
      System.out.print(result.totals().table());
    }
    System.out.println(result.verdict());
    System.exit(result.isGood() ? 0 : 1);
  }

  /** Records for a time and takes stock. */
  static SoakResult run(Duration time) throws IOException, InterruptedException {
    Map<MemoryTag, MemoryLedger.Balance> before = MemoryLedger.snapshot();
    var resident = new ResidentSize();
    var received = new MetricTotals(List.of(SoakCore.SESSION));
    List<SoakCore> cores = new ArrayList<>();
    Recorded recorded;
    try (var receiver = new OtlpReceiver(received)) {
      recorded = record(receiver.endpoint(), time, cores, resident);
      if (receiver.refused() > 0) {
        throw new IllegalStateException("receiver: refused=" + receiver.refused());
      }
    }
    long sessions = cores.stream().mapToLong(SoakCore::sessionsOpened).sum();
    cores.clear(); // they hold the last references to their banks
    var totals = Reconciliation.of(recorded.readings(), received.startingWith("soak."));
    return new SoakResult(
        totals, received.requests(), sessions, before, awaitRelease(before), resident);
  }

  private static Recorded record(
      String endpoint, Duration time, List<SoakCore> cores, ResidentSize resident)
      throws InterruptedException {
    int[] cpus = NumaSystem.system().topology().allowedCpus().toArray();
    List<Thread> threads = new ArrayList<>();
    try (Telemetry telemetry = telemetry(endpoint)) {
      for (int i = 0; i < CORES; i++) {
        var core = new SoakCore(telemetry, i, cpus[i % cpus.length]);
        cores.add(core);
        threads.add(Thread.ofPlatform().name("soak-" + i).start(core));
      }
      try {
        watch(time, resident);
      } finally {
        cores.forEach(SoakCore::stop);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    var recorded = new Recorded();
    for (SoakCore core : cores) {
      if (core.failure() != null) {
        throw new IllegalStateException("a core of the soak failed", core.failure());
      }
      core.into(recorded);
    }
    return recorded;
  }

  private static Telemetry telemetry(String endpoint) {
    Map<String, String> variables =
        Map.of(
            "OTEL_SERVICE_NAME",
            "numetry-soak",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            endpoint,
            "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
            "delta");
    return Telemetry.builder()
        .environment(new Environment(variables::get))
        .interval(INTERVAL)
        .start();
  }

  private static void watch(Duration time, ResidentSize resident) throws InterruptedException {
    long start = System.nanoTime();
    long warm = start + (long) (time.toNanos() * WARM_UP);
    long end = start + time.toNanos();
    for (long now = start; now - end < 0; now = System.nanoTime()) {
      if (now - warm >= 0) {
        resident.sample();
      }
      TimeUnit.NANOSECONDS.sleep(Math.min(SAMPLE_EVERY.toNanos(), end - now));
    }
  }

  /** Banks are unmapped when nobody can reach them any longer. */
  private static Map<MemoryTag, MemoryLedger.Balance> awaitRelease(
      Map<MemoryTag, MemoryLedger.Balance> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + RELEASE_PATIENCE.toNanos();
    while (true) {
      System.gc();
      Map<MemoryTag, MemoryLedger.Balance> now = MemoryLedger.snapshot();
      if (now.equals(wanted) || System.nanoTime() - deadline >= 0) {
        return now;
      }
      Thread.sleep(RELEASE_LOOK_MILLIS);
    }
  }
}

package io.numetry.bench.jmh.gateway;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.bench.jmh.export.CountingSink;
import io.numetry.bench.support.measure.ChildJvm;
import io.numetry.bench.support.measure.OwnerPlace;
import io.numetry.bench.support.measure.PinnedThread;
import io.numetry.bench.support.measure.Reading;
import io.numetry.examples.gateway.Gateway;
import io.numetry.examples.gateway.Instrumentation;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.placement.PlacementRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Frames a second that the demo's gateway gets through one core, which carries a lane's receiver,
 * parser and sender and is never without a frame: with telemetry as the demo has it, collected and
 * exported each second, but without the demo's second count; and with none. A program of its own.
 */
public final class GatewayRate {
  public static final List<String> SCENARIOS = List.of("ABSENT", "EXPORTING");

  /** More than any machine gets through. */
  private static final long FRAMES_PER_SECOND = 100_000_000_000L;

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final long FIRST_EXPORT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final double NANOS = 1e9;

  private GatewayRate() {}

  /** What {@link #main} is given. */
  public static List<String> arguments(
      String scenario, OwnerPlace place, long warmUpMillis, long millis) {
    return List.of(
        scenario,
        Integer.toString(place.owner()),
        place.elsewhere().toString(),
        Long.toString(warmUpMillis),
        Long.toString(millis));
  }

  public static void main(String[] args) {
    var place = new OwnerPlace(Integer.parseInt(args[1]), CpuSet.parse(args[2]));
    long warmUp = Long.parseLong(args[3]);
    long measured = Long.parseLong(args[4]);
    NumaSystem numa = NumaSystem.system();
    double rate =
        // Threads get the CPUs of whoever starts them.
        PinnedThread.start(
                numa,
                "bench-elsewhere",
                place.elsewhere(),
                () ->
                    args[0].equals("ABSENT")
                        ? rate(
                            Instrumentation.none(numa, place.owner()),
                            place,
                            warmUp,
                            measured,
                            () -> true)
                        : exporting(place, warmUp, measured))
            .await();
    ChildJvm.print(List.of(new Reading("rate", "{frame}/s", rate)));
    System.exit(0);
  }

  private static double exporting(OwnerPlace place, long warmUp, long measured)
      throws IOException, InterruptedException {
    try (var sink = new CountingSink();
        Telemetry telemetry =
            Telemetry.builder()
                .serviceName("bench-gateway")
                .exporter(OtlpMetricExporter.builder().endpoint(sink.endpoint()).build())
                .interval(INTERVAL)
                .placement(
                    PlacementRequest.coreSet(CpuSet.of(place.owner()))
                        .withHousekeeping(place.elsewhere()))
                .start()) {
      return rate(
          Instrumentation.plain(telemetry), place, warmUp, measured, () -> requests(sink) > 0);
    }
  }

  private static long requests(CountingSink sink) {
    try {
      return sink.counts().requests();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Frames a second.
   *
   * @param isWarm asked once the warm-up is over, until it is so
   */
  private static double rate(
      Instrumentation instrumentation,
      OwnerPlace place,
      long warmUp,
      long measured,
      BooleanSupplier isWarm)
      throws InterruptedException {
    var gateway =
        new Gateway(instrumentation, List.of(CoreOptions.pinned(place.owner())), FRAMES_PER_SECOND);
    gateway.start();
    try {
      long start = System.nanoTime();
      do {
        TimeUnit.MILLISECONDS.sleep(warmUp);
        gateway.check();
        if (System.nanoTime() - start > FIRST_EXPORT_NANOS) {
          throw new IllegalStateException("nothing was exported; is the machine overloaded?");
        }
      } while (!isWarm.getAsBoolean());
      final long begin = System.nanoTime();
      final long before = gateway.sent();
      TimeUnit.MILLISECONDS.sleep(measured);
      final long after = gateway.sent();
      return (after - before) * NANOS / (System.nanoTime() - begin);
    } finally {
      gateway.drain();
      gateway.join();
    }
  }
}

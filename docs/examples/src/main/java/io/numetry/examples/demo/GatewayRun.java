package io.numetry.examples.demo;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.config.Environment;
import io.numetry.examples.gateway.Gateway;
import io.numetry.examples.reconcile.Recorded;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs the gateway for a while with telemetry to an endpoint, and shuts both down in order. */
final class GatewayRun {
  private static final Duration SHOW_EVERY = Duration.ofSeconds(1);

  /** Longer than an engine would wait: a slow machine is to be no loss here. */
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(60);

  private final DemoOptions options;
  private final CountDownLatch stop = new CountDownLatch(1);

  GatewayRun(DemoOptions options) {
    this.options = options;
  }

  /** Any thread: messages flow no longer. */
  void stop() {
    stop.countDown();
  }

  /**
   * Runs.
   *
   * @param endpoint of a receiver of OTLP/HTTP
   * @param show called each second with the seconds that have passed
   * @return what was recorded, by the cores' own count; all of it has been sent
   */
  Recorded run(String endpoint, Display show) throws InterruptedException {
    try (Telemetry telemetry =
        Telemetry.builder()
            .environment(new Environment(variables(endpoint)::get))
            .interval(options.interval())
            .level(options.level())
            .shutdownTimeout(SHUTDOWN_TIMEOUT)
            .start()) {
      var gateway = new Gateway(telemetry, places(), options.framesPerSecond());
      gateway.start();
      try {
        flow(gateway, show);
      } finally {
        gateway.drain();
      }
      return gateway.join();
    }
  }

  private List<CoreOptions> places() {
    return options.cpus().stream().map(CoreOptions::pinned).toList();
  }

  private void flow(Gateway gateway, Display show) throws InterruptedException {
    long start = System.nanoTime();
    long seconds = 0;
    while (seconds < options.seconds()) {
      seconds++;
      long next = start + seconds * SHOW_EVERY.toNanos();
      boolean stopped = stop.await(next - System.nanoTime(), TimeUnit.NANOSECONDS);
      gateway.check();
      show.show(seconds);
      if (stopped) {
        return;
      }
    }
  }

  /** The same names that a deployment sets. Those of the process, less what the options say. */
  private Map<String, String> variables(String endpoint) {
    Map<String, String> variables = new HashMap<>();
    if (options.endpoint().isPresent()) {
      variables.putAll(System.getenv()); // its headers, say
    }
    variables.keySet().removeIf(name -> name.startsWith("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"));
    variables.putIfAbsent("OTEL_SERVICE_NAME", "numetry-gateway");
    variables.put("OTEL_METRICS_EXPORTER", "otlp");
    variables.put("OTEL_SDK_DISABLED", "false");
    variables.put("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
    variables.put("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", options.temporality());
    return variables;
  }

  /** Shows a running gateway to a person. */
  @FunctionalInterface
  interface Display {
    void show(long seconds);
  }
}

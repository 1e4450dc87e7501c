package io.numetry;

import io.numetry.config.Environment;
import io.numetry.config.ExporterNames;
import io.numetry.placement.PlacementPolicy;
import io.numetry.placement.PlacementSubject;
import java.time.Duration;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Telemetry for a process that must run whatever becomes of it: it costs next to nothing where
 * nobody asks for it, never keeps the engine from starting, and is flushed on every way out.
 *
 * <pre>{@code
 * try (TelemetryGuard guard = TelemetryGuard.fromEnvironment()) {
 *   engine.run(guard.telemetry());
 * }
 * }</pre>
 *
 * <ul>
 *   <li>It is inert unless the environment names a destination: {@code OTEL_METRICS_EXPORTER} other
 *       than {@code none}, or {@code OTEL_EXPORTER_OTLP_ENDPOINT}, or {@code
 *       OTEL_EXPORTER_OTLP_METRICS_ENDPOINT}, and neither {@code OTEL_SDK_DISABLED=true} nor the
 *       options disable it. Then no exporter's class is loaded and no thread runs; cores open and
 *       record all the same.
 *   <li>If telemetry cannot start, one warning says why and what to write, and the guard is as if
 *       inert.
 *   <li>What is recorded is delivered before the process ends by {@link #close}, by the return of
 *       {@code main}, an exception, {@code System.exit} or SIGTERM, or given up by the shutdown
 *       timeout: there is a shutdown hook. {@code Runtime.halt} and SIGKILL leave no time.
 * </ul>
 *
 * <p>Threads: all methods may be called from any thread.
 */
public final class TelemetryGuard implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TelemetryGuard.class.getName());

  /** Past the shutdown timeout, for threads that are on their way out. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final String NO_DESTINATION =
      "the environment names no destination; write OTEL_EXPORTER_OTLP_ENDPOINT=http://HOST:4318, or"
          + " OTEL_METRICS_EXPORTER=console";

  private static final String DISABLED =
      "the options disable telemetry; leave disabled(true) out to have it";

  private final Telemetry telemetry;
  private final Health started;
  private final Thread hook = new Thread(this::close, "numetry-exit");
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** What a guard is doing. */
  public enum State {
    /** Nobody asked for telemetry. */
    INERT,
    /** Telemetry could not start. */
    FAILED,
    /** Metrics are collected and exported. */
    ACTIVE,
    /** The guard has been closed, or is being closed. */
    CLOSED
  }

  /**
   * A guard's state at a moment.
   *
   * @param detail why it is so, and what to write to have it otherwise; empty if it is active
   */
  public record Health(State state, String detail) {}

  private TelemetryGuard(Telemetry telemetry, Health started) {
    this.telemetry = telemetry;
    this.started = started;
  }

  /** Guards telemetry as the process's environment variables describe it. Never throws. */
  public static TelemetryGuard fromEnvironment() {
    return fromEnvironment(builder -> {});
  }

  /**
   * The same with options of one's own.
   *
   * @param options sets what the environment does not speak of, or its defaults: the environment
   *     comes after it and wins. It is called for an inert guard, too, and anew for a telemetry
   *     that sends nothing if the first one fails
   */
  public static TelemetryGuard fromEnvironment(Consumer<TelemetryBuilder> options) {
    return of(Environment.ofProcess(), options);
  }

  /** As {@link #fromEnvironment(Consumer)}, with other variables than the process's. */
  public static TelemetryGuard of(Environment environment, Consumer<TelemetryBuilder> options) {
    try {
      if (!ExporterNames.nameDestination(environment)) {
        return new TelemetryGuard(
            applied(options).disabled(true).start(), new Health(State.INERT, NO_DESTINATION));
      }
      TelemetryBuilder builder = applied(options).environment(environment);
      Telemetry running = builder.start();
      if (builder.disabled) {
        return new TelemetryGuard(running, new Health(State.INERT, DISABLED));
      }
      var guard = new TelemetryGuard(running, new Health(State.ACTIVE, ""));
      guard.addHook();
      return guard;
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      String reason = reason(e);
      LOG.log(
          System.Logger.Level.WARNING,
          "telemetry cannot start, and nothing will be sent: {0}",
          reason);
      LOG.log(System.Logger.Level.DEBUG, "telemetry cannot start", e);
      return new TelemetryGuard(quiet(options), new Health(State.FAILED, reason));
    }
  }

  /** To open cores with; one that sends nothing unless the guard is active. */
  public Telemetry telemetry() {
    return telemetry;
  }

  /** True if what is recorded is collected and exported. */
  public boolean active() {
    return health().state() == State.ACTIVE;
  }

  /** What the guard is doing, and why. */
  public Health health() {
    return closing.get() ? new Health(State.CLOSED, "the guard was closed") : started;
  }

  /**
   * Delivers what was recorded and shuts telemetry down; closes a core of the calling thread. Ends
   * by telemetry's shutdown timeout and little more, whatever exporters and owners do, and whether
   * the thread is interrupted or not; it stays interrupted. Later calls, and those at the same
   * time, wait for the first one's end.
   */
  @Override
  public void close() {
    telemetry.closeOwnCore();
    if (closing.compareAndSet(false, true)) {
      // On a thread of its own: it is not interrupted, and if it hangs the process ends without it.
      Thread closer = new Thread(this::shutDown, "numetry-shutdown");
      closer.setDaemon(true);
      closer.start();
    }
    if (!awaitEnd(telemetry.shutdownTimeout().plusNanos(GRACE_NANOS))) {
      LOG.log(
          System.Logger.Level.WARNING,
          "telemetry has not shut down in {0}; what is undelivered is lost",
          telemetry.shutdownTimeout());
    }
  }

  private void shutDown() {
    try {
      telemetry.close();
    } finally {
      ended.countDown();
      removeHook();
    }
  }

  /** Waits without regard to interruption. */
  private boolean awaitEnd(Duration timeout) {
    long deadlineNanoTime = System.nanoTime() + timeout.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ended.await(deadlineNanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void addHook() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: closing is up to whoever started telemetry now.
      LOG.log(System.Logger.Level.DEBUG, "no shutdown hook", e);
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs, or has run.
    }
  }

  private static TelemetryBuilder applied(Consumer<TelemetryBuilder> options) {
    TelemetryBuilder builder = Telemetry.builder();
    options.accept(builder);
    return builder;
  }

  /**
   * A telemetry that sends nothing, with the options if they are not what has failed. Without them
   * there is no plan: a thread that asks for a planned core keeps the CPUs it has.
   */
  private static Telemetry quiet(Consumer<TelemetryBuilder> options) {
    try {
      return applied(options).disabled(true).start();
    } catch (RuntimeException | LinkageError e) {
      return Telemetry.builder()
          .disabled(true)
          .placementPolicy(PlacementSubject.CORES, PlacementPolicy.BEST_EFFORT)
          .start();
    }
  }

  private static String reason(Throwable e) {
    @Nullable String message = e.getMessage();
    return switch (e) {
      case IllegalArgumentException _ when message != null -> message; // says what to write
      case LinkageError _, ServiceConfigurationError _ ->
          e
              + "; a class is missing or does not fit: put numetry-exporter and all that it depends"
              + " on on the class path, in one version";
      default ->
          e
              + "; correct what it names, or write OTEL_METRICS_EXPORTER=none to do without"
              + " telemetry";
    };
  }
}

package io.numetry.exporter.random;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.core.TelemetryCore;
import io.numetry.record.RecordingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A thread that owns a core, and does what it is told. The core is idle in between. */
final class Owner implements AutoCloseable {
  private final String name;
  private final ExecutorService thread;
  final List<Registered> registered = new ArrayList<>();
  private @Nullable TelemetryCore core;

  /** A set on the core, and its model. */
  record Registered(LoadedSet set, RecordingSet recorder, RegistrationModel model) {}

  Owner(String name) {
    this.name = name;
    this.thread = Executors.newSingleThreadExecutor(step -> new Thread(step, name));
  }

  String name() {
    return name;
  }

  boolean hasCore() {
    return core != null;
  }

  void openCore(Telemetry telemetry) {
    core = await(start(() -> telemetry.openCore(CoreOptions.floating().named(name))));
  }

  RecordingSet register(LoadedSet set, MadeAttributes.Choice attributes) {
    return await(start(() -> set.register(core(), attributes)));
  }

  /** Starts steps on the thread; the core is polled between them, and idle after the last. */
  Future<Boolean> record(List<Runnable> steps, int stepsBetweenPolls) {
    return start(
        () -> {
          core().resume();
          for (int i = 0; i < steps.size(); i++) {
            steps.get(i).run();
            if (i % stepsBetweenPolls == 0) {
              core().poll();
            }
          }
          core().idle();
          return true;
        });
  }

  void close(Registered set) {
    await(
        start(
            () -> {
              set.recorder().close();
              return true;
            }));
    registered.remove(set);
  }

  void idle() {
    await(
        start(
            () -> {
              core().idle();
              return true;
            }));
  }

  void closeCore() {
    await(
        start(
            () -> {
              core().close();
              return true;
            }));
    core = null;
    registered.clear();
  }

  static <T> T await(Future<T> step) {
    try {
      return step.get();
    } catch (ExecutionException e) {
      throw new AssertionError("an owner's step failed", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }

  private <T> Future<T> start(Callable<T> step) {
    return thread.submit(step);
  }

  private TelemetryCore core() {
    TelemetryCore open = core;
    if (open == null) {
      throw new IllegalStateException(name + " has no core");
    }
    return open;
  }
}

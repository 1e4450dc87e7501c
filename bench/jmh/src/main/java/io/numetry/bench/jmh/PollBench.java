package io.numetry.bench.jmh;

import io.numetry.core.TelemetryCore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A poll with nothing asked. The empty method is what the harness's loop itself takes: what an
 * owner pays for a poll in its duty cycle is the difference. The empty call, which is not inlined,
 * is for comparison: a poll is to cost about as much as calling anything at all.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class PollBench {
  private final TelemetryCore core = new BenchCore().core;

  @Benchmark
  public void empty() {}

  @Benchmark
  public void emptyCall() {
    call();
  }

  @Benchmark
  public void poll() {
    core.poll();
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private void call() {}
}

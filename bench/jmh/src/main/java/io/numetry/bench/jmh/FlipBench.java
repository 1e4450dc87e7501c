package io.numetry.bench.jmh;

import io.numetry.bench.support.FourCountersSet;
import io.numetry.core.TelemetryCore;
import io.numetry.memory.NativeAccess;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The owner's side of a flip, whatever the number of its sets. The request is stored by the same
 * thread, so that nothing but the owner's work is measured: {@link #pollAfterSameRequest} stores
 * the request that is answered already, {@link #pollAfterNewRequest} one that is to be answered;
 * the difference is the flip.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class FlipBench {
  /** Of a request word, from epoch to word. */
  private static final int EPOCH_SHIFT = 2;

  @Param({"1", "100", "10000"})
  int sets;

  private long requestAddress;
  private TelemetryCore core;
  private long request;

  @Setup
  public void register() {
    var bench = new BenchCore();
    core = bench.core;
    for (int i = 0; i < sets; i++) {
      core.register(FourCountersSet.TYPE).addFirst(1);
    }
    requestAddress = bench.bank.requestAddress();
  }

  @Benchmark
  public void pollAfterSameRequest() {
    NativeAccess.setLongRelease(requestAddress, request);
    core.poll();
  }

  @Benchmark
  public void pollAfterNewRequest() {
    request += 1L << EPOCH_SHIFT;
    NativeAccess.setLongRelease(requestAddress, request);
    core.poll();
  }
}

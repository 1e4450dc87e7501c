package io.numetry.bench.jmh;

import io.numetry.bench.support.RequestsSet;
import io.numetry.bench.support.RequestsSet.Outcome;
import io.numetry.bench.support.RequestsSet.Signal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A counter with two enum attributes beside one without: always one combination, or changing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class DimensionBench {
  private static final int TURNS = 64;

  private final RequestsSet set = new BenchCore().core.register(RequestsSet.TYPE);
  private final Outcome[] outcomes = new Outcome[TURNS];
  private final Signal[] signals = new Signal[TURNS];
  private int next;
  // Not private and not final, or the compiler would know them.
  Outcome outcome = Outcome.FAILURE;
  Signal signal = Signal.TRACES;

  public DimensionBench() {
    List<Outcome> allOutcomes = List.of(Outcome.values());
    List<Signal> allSignals = List.of(Signal.values());
    for (int i = 0; i < TURNS; i++) {
      outcomes[i] = allOutcomes.get(i * 7 % allOutcomes.size());
      signals[i] = allSignals.get(i * 5 % allSignals.size());
    }
  }

  @Benchmark
  public void plain() {
    set.addPlain(1);
  }

  @Benchmark
  public void twoAttributes() {
    set.addRequests(outcome, signal, 1);
  }

  /** The same loads of attributes, and none used: the baseline of the changing ones. */
  @Benchmark
  public int plainAndLoads() {
    int turn = next++ & TURNS - 1;
    set.addPlain(1);
    return (outcomes[turn] == Outcome.REFUSED ? 1 : 0) + (signals[turn] == Signal.LOGS ? 1 : 0);
  }

  @Benchmark
  public void changingAttributes() {
    int turn = next++ & TURNS - 1;
    set.addRequests(outcomes[turn], signals[turn], 1);
  }
}

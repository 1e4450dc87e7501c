package io.numetry.bench.jmh.record;

import io.opentelemetry.api.incubator.metrics.BoundLongCounter;
import io.opentelemetry.api.incubator.metrics.BoundLongHistogram;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.agrona.concurrent.status.AtomicCounter;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a recording costs through a generated metric set, and through the peers' instruments, each
 * looked up once: one series, the same values for all. Numetry has a core for each thread, as it is
 * used; the peers have one instrument for all threads, as they are used, and where a name ends in
 * {@code Own}, a series or an object for each thread.
 *
 * <p>With several threads: JMH's option {@code -t}, on as many CPUs. Packages are opened where
 * Agrona's documentation asks for it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED")
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Threads(1)
public class RecordBench {
  private static final int FIRST = 8;

  /** What each thread has for itself. */
  @State(Scope.Thread)
  public static class Own {
    final RecordedValues values = new RecordedValues();
    final long[] array = new long[64];
    // Not private, or it would count as never read.
    long field;
  }

  /** A core and its set. */
  @State(Scope.Thread)
  public static class Numetry {
    private final NumetryMeters meters = new NumetryMeters();
    final RecordMetricsSet set = meters.set;
  }

  /** HdrHistogram's histogram and Agrona's counter of each thread. */
  @State(Scope.Thread)
  public static class SingleWriters {
    final Histogram hdr = new Histogram(TimeUnit.HOURS.toNanos(1), 3);
    final AtomicCounter agronaCounter = OtherMeters.agronaCounter();
  }

  /** OpenTelemetry Java's instruments. */
  @State(Scope.Benchmark)
  public static class OpenTelemetry {
    @Param AggregationTemporality temporality = AggregationTemporality.CUMULATIVE;

    OpenTelemetryMeters meters;

    @Setup
    public void make() {
      meters = new OpenTelemetryMeters(temporality);
    }
  }

  /** A series of OpenTelemetry Java's for each thread. */
  @State(Scope.Thread)
  public static class OpenTelemetryOwn {
    BoundLongCounter counter;
    BoundLongHistogram exponential;

    @Setup
    public void bind(OpenTelemetry shared) {
      counter = shared.meters.counter.bind(shared.meters.ownAttributes());
      exponential = shared.meters.exponential.bind(shared.meters.ownAttributes());
    }
  }

  /** The others' instruments. */
  @State(Scope.Benchmark)
  public static class Others {
    final OtherMeters meters = new OtherMeters();
    final Recorder hdrRecorder = new Recorder(TimeUnit.HOURS.toNanos(1), 3);
  }

  @Benchmark
  public void counterPlainField(Own s) {
    s.field++;
  }

  @Benchmark
  public void counterArrayElement(Own s) {
    s.array[FIRST]++;
  }

  @Benchmark
  public void counterNumetry(Numetry s) {
    s.set.addRequests(1);
  }

  @Benchmark
  public void counterAgronaOwn(SingleWriters s) {
    s.agronaCounter.incrementPlain();
  }

  @Benchmark
  public void counterAgrona(Others s) {
    s.meters.agronaCounter.increment();
  }

  @Benchmark
  public void counterLongAdder(Others s) {
    s.meters.longAdder.increment();
  }

  @Benchmark
  public void counterAtomicLong(Others s) {
    s.meters.atomicLong.getAndIncrement();
  }

  @Benchmark
  public void counterOpenTelemetryBound(OpenTelemetry s) {
    s.meters.boundCounter.add(1);
  }

  @Benchmark
  public void counterOpenTelemetry(OpenTelemetry s) {
    s.meters.counter.add(1, s.meters.attributes);
  }

  @Benchmark
  public void counterOpenTelemetryOwn(OpenTelemetryOwn s) {
    s.counter.add(1);
  }

  @Benchmark
  public void counterMicrometer(Others s) {
    s.meters.micrometerCounter.increment();
  }

  @Benchmark
  public void counterPrometheus(Others s) {
    s.meters.prometheusCounter.inc();
  }

  @Benchmark
  public void gaugeNumetry(Numetry s, Own own) {
    s.set.setDepth(own.values.nextNanos());
  }

  @Benchmark
  public void gaugeOpenTelemetryBound(OpenTelemetry s, Own own) {
    s.meters.boundGauge.set(own.values.nextNanos());
  }

  @Benchmark
  public void gaugePrometheus(Others s, Own own) {
    s.meters.prometheusGauge.set((double) own.values.nextNanos());
  }

  @Benchmark
  public void exponentialNumetry(Numetry s, Own own) {
    s.set.recordLatency(own.values.nextNanos());
  }

  @Benchmark
  public void exponentialHdrOwn(SingleWriters s, Own own) {
    s.hdr.recordValue(own.values.nextNanos());
  }

  @Benchmark
  public void exponentialHdrRecorder(Others s, Own own) {
    s.hdrRecorder.recordValue(own.values.nextNanos());
  }

  @Benchmark
  public void exponentialOpenTelemetryBound(OpenTelemetry s, Own own) {
    s.meters.boundExponential.record(own.values.nextNanos());
  }

  @Benchmark
  public void exponentialOpenTelemetry(OpenTelemetry s, Own own) {
    s.meters.exponential.record(own.values.nextNanos(), s.meters.attributes);
  }

  @Benchmark
  public void exponentialOpenTelemetryOwn(OpenTelemetryOwn s, Own own) {
    s.exponential.record(own.values.nextNanos());
  }

  @Benchmark
  public void exponentialMicrometer(Others s, Own own) {
    s.meters.micrometerExponential.record((double) own.values.nextNanos());
  }

  @Benchmark
  public void exponentialPrometheusNative(Others s, Own own) {
    s.meters.prometheusNative.observe((double) own.values.nextNanos());
  }

  @Benchmark
  public void explicitNumetry(Numetry s, Own own) {
    s.set.recordDelay(own.values.nextMillis());
  }

  @Benchmark
  public void explicitOpenTelemetryBound(OpenTelemetry s, Own own) {
    s.meters.boundExplicit.record(own.values.nextMillis());
  }

  @Benchmark
  public void explicitMicrometer(Others s, Own own) {
    s.meters.micrometerExplicit.record(own.values.nextMillis());
  }

  @Benchmark
  public void explicitPrometheusClassic(Others s, Own own) {
    s.meters.prometheusClassic.observe(own.values.nextMillis());
  }
}

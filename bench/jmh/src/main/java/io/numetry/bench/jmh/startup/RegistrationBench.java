package io.numetry.bench.jmh.startup;

import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.OpenTelemetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.schema.Temporality;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first 10,000 series of a fresh JVM: registered, recorded to once each, and first collected
 * into a window on Numetry's side; bound and recorded to on OpenTelemetry Java's. One shot in each
 * of ten JVMs, without a warm-up: loading classes is in it, as it is in life. Attributes are made
 * anew on both sides.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class RegistrationBench {
  private static final int SERIES = 10_000;

  @Benchmark
  public Object numetry() {
    return new NumetrySeries(PointKind.NUMBER, SERIES, Temporality.CUMULATIVE);
  }

  @Benchmark
  public Object openTelemetry() {
    return new OpenTelemetrySeries(PointKind.NUMBER, SERIES, AggregationTemporality.CUMULATIVE);
  }
}

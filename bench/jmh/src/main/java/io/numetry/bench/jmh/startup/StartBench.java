package io.numetry.bench.jmh.startup;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.bench.jmh.series.NumberMetricsSet;
import io.numetry.bench.jmh.series.OnDemandReader;
import io.numetry.bench.jmh.series.OpenTelemetrySeries;
import io.numetry.bench.jmh.series.SeriesData;
import io.numetry.core.TelemetryCore;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
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
 * From nothing to the first recording, in a fresh JVM: classes are loaded, threads started, and on
 * Numetry's side the host's topology is read and a bank made. Without an exporter on either side.
 * What was started goes down with its JVM.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class StartBench {

  @Benchmark
  public Object numetry() {
    Telemetry telemetry = Telemetry.builder().serviceName(SeriesData.SERVICE).start();
    TelemetryCore core = telemetry.openCore(CoreOptions.floating());
    core.register(NumberMetricsSet.TYPE).addRequests(1);
    return telemetry;
  }

  @Benchmark
  public Object openTelemetry() {
    SdkMeterProvider provider =
        SdkMeterProvider.builder()
            .registerMetricReader(new OnDemandReader(AggregationTemporality.CUMULATIVE))
            .build();
    provider
        .get(SeriesData.NUMBER_SET)
        .counterBuilder(SeriesData.NUMBER_METRIC)
        .build()
        .add(1, OpenTelemetrySeries.attributes(0));
    return provider;
  }
}

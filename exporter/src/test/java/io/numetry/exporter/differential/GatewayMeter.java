package io.numetry.exporter.differential;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleUpDownCounter;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongGauge;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The gateway's instruments as OpenTelemetry's. */
final class GatewayMeter implements GatewayMetrics {
  private final Attributes entity;
  private final LongCounter frames;
  private final DoubleCounter busy;
  private final LongUpDownCounter inFlight;
  private final DoubleUpDownCounter weight;
  private final Map<Lane, Long> read = new EnumMap<>(Lane.class);
  private final Map<Lane, Double> cpu = new EnumMap<>(Lane.class);
  private final Map<Lane, Long> pool = new EnumMap<>(Lane.class);
  private final Map<Lane, Double> credit = new EnumMap<>(Lane.class);
  private final LongGauge depth;
  private final DoubleGauge heat;
  private final LongHistogram batch;
  private final DoubleHistogram wait;
  private final LongHistogram size;
  private final DoubleHistogram time;
  private final DoubleHistogram coarse;

  GatewayMeter(Meter meter, Attributes entity) {
    this.entity = entity;
    frames =
        meter.counterBuilder("gateway.frames").setUnit("{frame}").setDescription("Frames.").build();
    busy =
        meter
            .counterBuilder("gateway.busy")
            .setUnit("s")
            .setDescription("Time busy.")
            .ofDoubles()
            .build();
    inFlight =
        meter
            .upDownCounterBuilder("gateway.in_flight")
            .setUnit("{frame}")
            .setDescription("Frames on their way.")
            .build();
    weight =
        meter
            .upDownCounterBuilder("gateway.weight")
            .setUnit("kg")
            .setDescription("Weight.")
            .ofDoubles()
            .build();
    meter
        .counterBuilder("gateway.read")
        .setUnit("By")
        .setDescription("Bytes read.")
        .buildWithCallback(longs(read));
    meter
        .counterBuilder("gateway.cpu")
        .setUnit("s")
        .setDescription("Time on the CPU.")
        .ofDoubles()
        .buildWithCallback(doubles(cpu));
    meter
        .upDownCounterBuilder("gateway.pool")
        .setUnit("By")
        .setDescription("Memory.")
        .buildWithCallback(longs(pool));
    meter
        .upDownCounterBuilder("gateway.credit")
        .setUnit("{credit}")
        .setDescription("Credit.")
        .ofDoubles()
        .buildWithCallback(doubles(credit));
    depth =
        meter
            .gaugeBuilder("gateway.depth")
            .setUnit("{frame}")
            .setDescription("Frames waiting.")
            .ofLongs()
            .build();
    heat = meter.gaugeBuilder("gateway.heat").setUnit("Cel").setDescription("Heat.").build();
    batch =
        meter
            .histogramBuilder("gateway.batch")
            .setUnit("{frame}")
            .setDescription("Frames at a time.")
            .ofLongs()
            .build();
    wait =
        meter
            .histogramBuilder("gateway.wait")
            .setUnit("s")
            .setDescription("Time until the answer.")
            .setExplicitBucketBoundariesAdvice(List.of(0.0, 0.5, 1.0, 2.0, 1024.0))
            .build();
    size =
        meter
            .histogramBuilder("gateway.size")
            .setUnit("By")
            .setDescription("Bytes at a time.")
            .ofLongs()
            .build();
    time =
        meter.histogramBuilder("gateway.time").setUnit("s").setDescription("Time it took.").build();
    coarse =
        meter
            .histogramBuilder("gateway.coarse")
            .setUnit("s")
            .setDescription("Time it took, coarsely.")
            .build();
  }

  @Override
  public void addFrames(Lane lane, long value) {
    frames.add(value, attributes(lane));
  }

  @Override
  public void addBusy(Lane lane, double seconds) {
    busy.add(seconds, attributes(lane));
  }

  @Override
  public void addInFlight(Lane lane, long change) {
    inFlight.add(change, attributes(lane));
  }

  @Override
  public void addWeight(Lane lane, double change) {
    weight.add(change, attributes(lane));
  }

  @Override
  public void observeRead(Lane lane, long total) {
    read.put(lane, total);
  }

  @Override
  public void observeCpu(Lane lane, double total) {
    cpu.put(lane, total);
  }

  @Override
  public void observePool(Lane lane, long bytes) {
    pool.put(lane, bytes);
  }

  @Override
  public void observeCredit(Lane lane, double value) {
    credit.put(lane, value);
  }

  @Override
  public void setDepth(Lane lane, long value) {
    depth.set(value, attributes(lane));
  }

  @Override
  public void setHeat(Lane lane, double degrees) {
    heat.set(degrees, attributes(lane));
  }

  @Override
  public void recordBatch(Lane lane, long value) {
    batch.record(value, attributes(lane));
  }

  @Override
  public void recordWait(Lane lane, double seconds) {
    wait.record(seconds, attributes(lane));
  }

  @Override
  public void recordSize(Lane lane, long bytes) {
    size.record(bytes, attributes(lane));
  }

  @Override
  public void recordTime(Lane lane, double seconds) {
    time.record(seconds, attributes(lane));
  }

  @Override
  public void recordCoarse(Lane lane, double seconds) {
    coarse.record(seconds, attributes(lane));
  }

  private Attributes attributes(Lane lane) {
    return entity.toBuilder().put("lane", lane.text()).build();
  }

  private Consumer<ObservableLongMeasurement> longs(Map<Lane, Long> observed) {
    return measurement ->
        observed.forEach((lane, value) -> measurement.record(value, attributes(lane)));
  }

  private Consumer<ObservableDoubleMeasurement> doubles(Map<Lane, Double> observed) {
    return measurement ->
        observed.forEach((lane, value) -> measurement.record(value, attributes(lane)));
  }
}

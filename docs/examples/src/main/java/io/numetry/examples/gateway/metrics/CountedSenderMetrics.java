package io.numetry.examples.gateway.metrics;

import io.numetry.examples.reconcile.DoubleMmsc;
import io.numetry.examples.reconcile.DoublePowers;
import io.numetry.examples.reconcile.DoubleSum;
import io.numetry.examples.reconcile.LongLast;
import io.numetry.examples.reconcile.LongSum;
import io.numetry.examples.reconcile.PerValue;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;

/** Passes a sender's records on, and counts each a second time in plain fields. */
public final class CountedSenderMetrics implements SenderMetrics {
  private final SenderMetrics metrics;
  private final LongSum frames = new LongSum();
  private final DoubleSum value = new DoubleSum();
  private final DoubleMmsc latency = new DoubleMmsc();
  private final PerValue<FrameType, PerValue<Load, DoublePowers>> transit =
      new PerValue<>(
          FrameType.KEY,
          FrameType.class,
          () -> new PerValue<>(Load.KEY, Load.class, DoublePowers::new));
  private final LongLast queueDepth = new LongLast();

  public CountedSenderMetrics(SenderMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void addFrames(long frames) {
    metrics.addFrames(frames);
    this.frames.add(frames);
  }

  @Override
  public void addValue(double value) {
    metrics.addValue(value);
    this.value.add(value);
  }

  @Override
  public void recordLatency(double seconds) {
    metrics.recordLatency(seconds);
    this.latency.record(seconds);
  }

  @Override
  public void setQueueDepth(long frames) {
    metrics.setQueueDepth(frames);
    this.queueDepth.set(frames);
  }

  @Override
  public void recordTransit(FrameType type, Load load, double seconds) {
    metrics.recordTransit(type, load, seconds);
    transit.of(type).of(load).record(seconds);
  }

  /** Writes down what was recorded, under this lane. After the recording thread has ended. */
  public void into(Recorded recorded, int lane) {
    String number = Integer.toString(lane);
    frames.into(recorded, id("frames", number), InstrumentKind.COUNTER);
    value.into(recorded, id("value", number), InstrumentKind.COUNTER);
    latency.into(recorded, id("latency", number));
    transit.forEach(
        id("transit", number),
        (type, loads) -> loads.forEach(type, (series, powers) -> powers.into(recorded, series)));
    queueDepth.into(recorded, id("queue_depth", number));
  }

  private static SeriesId id(String instrument, String lane) {
    return SeriesId.of("gateway.sender." + instrument).with(LaneAttributes.NUMBER, lane);
  }
}

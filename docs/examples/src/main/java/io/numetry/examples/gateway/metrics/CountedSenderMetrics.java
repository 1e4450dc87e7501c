package io.numetry.examples.gateway.metrics;

import io.numetry.examples.reconcile.DoubleMmsc;
import io.numetry.examples.reconcile.DoubleSum;
import io.numetry.examples.reconcile.LongLast;
import io.numetry.examples.reconcile.LongSum;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;

/** Passes a sender's records on, and counts each a second time in plain fields. */
public final class CountedSenderMetrics implements SenderMetrics {
  private final SenderMetrics metrics;
  private final LongSum frames = new LongSum();
  private final DoubleSum value = new DoubleSum();
  private final DoubleMmsc latency = new DoubleMmsc();
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

  /** Writes down what was recorded, under this lane. After the recording thread has ended. */
  public void into(Recorded recorded, int lane) {
    String number = Integer.toString(lane);
    frames.into(recorded, id("frames", number), InstrumentKind.COUNTER);
    value.into(recorded, id("value", number), InstrumentKind.COUNTER);
    latency.into(recorded, id("latency", number));
    queueDepth.into(recorded, id("queue_depth", number));
  }

  private static SeriesId id(String instrument, String lane) {
    return SeriesId.of("gateway.sender." + instrument).with(Lane.ATTRIBUTE, lane);
  }
}

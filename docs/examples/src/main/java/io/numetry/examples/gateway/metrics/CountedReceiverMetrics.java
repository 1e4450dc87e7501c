package io.numetry.examples.gateway.metrics;

import io.numetry.examples.reconcile.DoubleLast;
import io.numetry.examples.reconcile.DoubleSum;
import io.numetry.examples.reconcile.LongLast;
import io.numetry.examples.reconcile.LongMmsc;
import io.numetry.examples.reconcile.LongSum;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;

/** Passes a receiver's records on, and counts each a second time in plain fields. */
public final class CountedReceiverMetrics implements ReceiverMetrics {
  private final ReceiverMetrics metrics;
  private final LongSum frames = new LongSum();
  private final LongMmsc frameSize = new LongMmsc();
  private final DoubleSum workTime = new DoubleSum();
  private final LongLast queueDepth = new LongLast();
  private final LongLast lineFrames = new LongLast();
  private final DoubleLast lineTime = new DoubleLast();
  private final LongLast freeSlots = new LongLast();
  private final DoubleLast backlog = new DoubleLast();

  public CountedReceiverMetrics(ReceiverMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void addFrames(long frames) {
    metrics.addFrames(frames);
    this.frames.add(frames);
  }

  @Override
  public void recordFrameSize(long bytes) {
    metrics.recordFrameSize(bytes);
    this.frameSize.record(bytes);
  }

  @Override
  public void addWorkTime(double seconds) {
    metrics.addWorkTime(seconds);
    this.workTime.add(seconds);
  }

  @Override
  public void setQueueDepth(long frames) {
    metrics.setQueueDepth(frames);
    this.queueDepth.set(frames);
  }

  @Override
  public void observeLineFrames(long total) {
    metrics.observeLineFrames(total);
    lineFrames.set(total);
  }

  @Override
  public void observeLineTime(double seconds) {
    metrics.observeLineTime(seconds);
    lineTime.set(seconds);
  }

  @Override
  public void observeFreeSlots(long slots) {
    metrics.observeFreeSlots(slots);
    freeSlots.set(slots);
  }

  @Override
  public void observeBacklog(double frames) {
    metrics.observeBacklog(frames);
    backlog.set(frames);
  }

  /** Writes down what was recorded, under this lane. After the recording thread has ended. */
  public void into(Recorded recorded, int lane) {
    String number = Integer.toString(lane);
    frames.into(recorded, id("frames", number), InstrumentKind.COUNTER);
    frameSize.into(recorded, id("frame_size", number));
    workTime.into(recorded, id("work_time", number), InstrumentKind.COUNTER);
    queueDepth.into(recorded, id("queue_depth", number));
    lineFrames.into(recorded, id("line_frames", number), InstrumentKind.COUNTER);
    lineTime.into(recorded, id("line_time", number), InstrumentKind.COUNTER);
    freeSlots.into(recorded, id("free_slots", number), InstrumentKind.UP_DOWN_COUNTER);
    backlog.into(recorded, id("backlog", number), InstrumentKind.UP_DOWN_COUNTER);
  }

  private static SeriesId id(String instrument, String lane) {
    return SeriesId.of("gateway.receiver." + instrument).with(LaneAttributes.NUMBER, lane);
  }
}

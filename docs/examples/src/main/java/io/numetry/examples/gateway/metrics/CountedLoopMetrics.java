package io.numetry.examples.gateway.metrics;

import io.numetry.examples.reconcile.DoublePowers;
import io.numetry.examples.reconcile.DoubleSum;
import io.numetry.examples.reconcile.LongBounds;
import io.numetry.examples.reconcile.LongMmsc;
import io.numetry.examples.reconcile.LongSum;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;

/** Passes a duty cycle's records on, and counts each a second time in plain fields. */
public final class CountedLoopMetrics implements LoopMetrics {
  private final LoopMetrics metrics;
  private final LongSum turns = new LongSum();
  private final LongMmsc batchSize = new LongMmsc();
  private final LongBounds turnFrames = new LongBounds(1, 4, 16, 64);
  private final DoublePowers idleDuration = new DoublePowers();
  private final LongSum awake = new LongSum();
  private final LongSum idleSpells = new LongSum();
  private final DoubleSum idleTime = new DoubleSum();

  public CountedLoopMetrics(LoopMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void addTurns(long turns) {
    metrics.addTurns(turns);
    this.turns.add(turns);
  }

  @Override
  public void recordBatchSize(long frames) {
    metrics.recordBatchSize(frames);
    this.batchSize.record(frames);
  }

  @Override
  public void addAwake(long cores) {
    metrics.addAwake(cores);
    this.awake.add(cores);
  }

  @Override
  public void addIdleSpells(long spells) {
    metrics.addIdleSpells(spells);
    this.idleSpells.add(spells);
  }

  @Override
  public void addIdleTime(double seconds) {
    metrics.addIdleTime(seconds);
    this.idleTime.add(seconds);
  }

  @Override
  public void recordTurnFrames(long frames) {
    metrics.recordTurnFrames(frames);
    turnFrames.record(frames);
  }

  @Override
  public void recordIdleDuration(double seconds) {
    metrics.recordIdleDuration(seconds);
    idleDuration.record(seconds);
  }

  /** Writes down what was recorded. After the recording thread has ended. */
  public void into(Recorded recorded) {
    turns.into(recorded, SeriesId.of("gateway.loop.turns"), InstrumentKind.COUNTER);
    batchSize.into(recorded, SeriesId.of("gateway.loop.batch_size"));
    turnFrames.into(recorded, SeriesId.of("gateway.loop.turn_frames"));
    idleDuration.into(recorded, SeriesId.of("gateway.loop.idle_duration"));
    awake.into(recorded, SeriesId.of("gateway.loop.awake"), InstrumentKind.UP_DOWN_COUNTER);
    idleSpells.into(recorded, SeriesId.of("gateway.loop.idle_spells"), InstrumentKind.COUNTER);
    idleTime.into(recorded, SeriesId.of("gateway.loop.idle_time"), InstrumentKind.COUNTER);
  }
}

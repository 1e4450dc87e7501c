package io.numetry.examples.gateway;

import io.numetry.attribute.Outcome;
import io.numetry.examples.gateway.metrics.FrameType;
import io.numetry.examples.gateway.metrics.Load;
import io.numetry.examples.gateway.metrics.LoopMetrics;
import io.numetry.examples.gateway.metrics.ParserMetrics;
import io.numetry.examples.gateway.metrics.ReceiverMetrics;
import io.numetry.examples.gateway.metrics.SenderMetrics;
import io.numetry.examples.gateway.metrics.Side;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.ThreadPin;

/** No telemetry: a pinned thread, and records that go nowhere. */
final class NoInstruments implements CoreInstruments {
  private final ThreadPin pin;

  NoInstruments(NumaSystem numa, int cpu) {
    pin = numa.pinCurrentThread(CpuSet.of(cpu));
  }

  @Override
  public LoopMetrics loop() {
    return new NoLoopMetrics();
  }

  @Override
  public ReceiverMetrics receiver(int lane) {
    return new NoReceiverMetrics();
  }

  @Override
  public ParserMetrics parser(int lane) {
    return new NoParserMetrics();
  }

  @Override
  public SenderMetrics sender(int lane) {
    return new NoSenderMetrics();
  }

  @Override
  public void poll() {}

  @Override
  public void idle() {}

  @Override
  public void resume() {}

  @Override
  public void into(Recorded recorded) {}

  @Override
  public void close() {
    pin.close();
  }

  private static final class NoLoopMetrics implements LoopMetrics {
    @Override
    public void addTurns(long turns) {}

    @Override
    public void recordBatchSize(long frames) {}

    @Override
    public void recordTurnFrames(long frames) {}

    @Override
    public void recordIdleDuration(double seconds) {}

    @Override
    public void addAwake(long cores) {}

    @Override
    public void addIdleSpells(long spells) {}

    @Override
    public void addIdleTime(double seconds) {}
  }

  private static final class NoReceiverMetrics implements ReceiverMetrics {
    @Override
    public void addFrames(long frames) {}

    @Override
    public void recordFrameSize(long bytes) {}

    @Override
    public void addWorkTime(double seconds) {}

    @Override
    public void setQueueDepth(long frames) {}

    @Override
    public void observeLineFrames(long total) {}

    @Override
    public void observeLineTime(double seconds) {}

    @Override
    public void observeFreeSlots(long slots) {}

    @Override
    public void observeBacklog(double frames) {}
  }

  private static final class NoParserMetrics implements ParserMetrics {
    @Override
    public void addOrders(long orders) {}

    @Override
    public void addQuotes(long quotes) {}

    @Override
    public void addMalformed(long frames) {}

    @Override
    public void addFrames(FrameType type, Outcome outcome, long frames) {}

    @Override
    public void recordQuantity(Side side, long shares) {}

    @Override
    public void recordPrice(Side side, double price) {}

    @Override
    public void addPosition(long shares) {}

    @Override
    public void addExposure(double value) {}

    @Override
    public void setLastPrice(double price) {}

    @Override
    public void recordSpread(double price) {}
  }

  private static final class NoSenderMetrics implements SenderMetrics {
    @Override
    public void addFrames(long frames) {}

    @Override
    public void addValue(double value) {}

    @Override
    public void recordLatency(double seconds) {}

    @Override
    public void recordTransit(FrameType type, Load load, double seconds) {}

    @Override
    public void setQueueDepth(long frames) {}
  }
}

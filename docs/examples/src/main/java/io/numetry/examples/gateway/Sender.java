package io.numetry.examples.gateway;

import io.numetry.examples.gateway.metrics.Load;
import io.numetry.examples.gateway.metrics.SenderMetrics;
import io.numetry.examples.gateway.wire.Frame;
import io.numetry.examples.gateway.wire.SpscRing;
import java.util.concurrent.atomic.AtomicLong;

/** Passes frames on: the end of a lane. */
final class Sender implements Role {
  private static final int BATCH_FRAMES = 32;

  private final int lane;
  private final SpscRing.Reader fromParser;
  private final Frame frame;
  private SenderMetrics metrics;
  private final AtomicLong sent = new AtomicLong();
  private boolean done;

  Sender(int lane, SpscRing fromParser) {
    this.lane = lane;
    this.fromParser = fromParser.reader();
    this.frame = new Frame(fromParser.memory());
  }

  @Override
  public void start(CoreInstruments core) {
    metrics = core.sender(lane);
  }

  @Override
  public int doWork(boolean draining) {
    long slot = fromParser.peek();
    if (slot < 0) {
      done = draining && fromParser.isFinished();
      return 0;
    }
    long depth = fromParser.depth();
    metrics.setQueueDepth(depth);
    Load load = depth > BATCH_FRAMES ? Load.HEAVY : Load.LIGHT;
    long now = System.nanoTime();
    int frames = 0;
    while (slot >= 0 && frames < BATCH_FRAMES) {
      send(slot, now, load);
      fromParser.remove();
      frames++;
      slot = fromParser.peek();
    }
    sent.setOpaque(sent.getPlain() + frames);
    return frames;
  }

  /** Any thread: frames that went through. */
  long sent() {
    return sent.getOpaque();
  }

  private void send(long slot, long now, Load load) {
    if (!frame.moveTo(slot)) {
      throw new AssertionError("sender of lane " + lane + ": malformed frame passed the parser");
    }
    metrics.addFrames(1);
    double seconds = BinarySeconds.of(Math.max(0, now - frame.lineNanoTime()));
    metrics.recordLatency(seconds);
    metrics.recordTransit(frame.type(), load, seconds);
    if (frame.isOrder()) {
      metrics.addValue(frame.quantity() * frame.price());
    }
  }

  @Override
  public boolean isDone() {
    return done;
  }
}

package io.numetry.examples.gateway;

import io.numetry.attribute.Outcome;
import io.numetry.examples.gateway.metrics.ParserMetrics;
import io.numetry.examples.gateway.metrics.Side;
import io.numetry.examples.gateway.wire.Frame;
import io.numetry.examples.gateway.wire.SpscRing;

/** Checks frames, keeps the position, and hands on what is well formed. */
final class Parser implements Role {
  private static final int BATCH_FRAMES = 32;

  private final int lane;
  private final SpscRing.Reader fromReceiver;
  private final Frame frame;
  private final SpscRing ring;
  private final SpscRing.Writer toSender;
  private ParserMetrics metrics;
  private boolean done;

  Parser(int lane, SpscRing fromReceiver, SpscRing toSender) {
    this.lane = lane;
    this.fromReceiver = fromReceiver.reader();
    this.frame = new Frame(fromReceiver.memory());
    this.ring = toSender;
    this.toSender = toSender.writer();
  }

  @Override
  public void start(CoreInstruments core) {
    metrics = core.parser(lane);
  }

  @Override
  public int doWork(boolean draining) {
    int frames = 0;
    while (frames < BATCH_FRAMES) {
      long target = toSender.claim();
      long source = target < 0 ? -1 : fromReceiver.peek();
      if (source < 0) {
        break;
      }
      if (frame.moveTo(source)) {
        metrics.addFrames(frame.type(), Outcome.SUCCESS, 1);
        record();
        frame.copyTo(ring.memory(), target);
        toSender.publish();
      } else {
        metrics.addFrames(frame.type(), Outcome.FAILURE, 1);
        metrics.addMalformed(1);
      }
      fromReceiver.remove();
      frames++;
    }
    if (frames == 0 && draining && fromReceiver.isFinished()) {
      toSender.finish();
      done = true;
    }
    return frames;
  }

  private void record() {
    if (frame.isOrder()) {
      Side side = frame.signedQuantity() > 0 ? Side.BUY : Side.SELL;
      metrics.addOrders(1);
      metrics.recordQuantity(side, frame.quantity());
      metrics.recordPrice(side, frame.price());
      metrics.addPosition(frame.signedQuantity());
      metrics.addExposure(frame.signedQuantity() * frame.price());
      metrics.setLastPrice(frame.price());
    } else {
      metrics.addQuotes(1);
      metrics.recordSpread(frame.spread());
    }
  }

  @Override
  public boolean isDone() {
    return done;
  }
}

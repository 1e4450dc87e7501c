package io.numetry.examples.gateway;

import io.numetry.examples.gateway.metrics.ReceiverMetrics;
import io.numetry.examples.gateway.wire.Line;
import io.numetry.examples.gateway.wire.SpscRing;

/** Takes frames from the line and hands them to the parser. */
final class Receiver implements Role {
  private static final int BATCH_FRAMES = 32;

  private final int lane;
  private final Line line;
  private final SpscRing ring;
  private final SpscRing.Writer toParser;
  private ReceiverMetrics metrics;
  private boolean done;

  Receiver(int lane, Line line, SpscRing ring) {
    this.lane = lane;
    this.line = line;
    this.ring = ring;
    this.toParser = ring.writer();
  }

  @Override
  public void start(CoreInstruments core) {
    metrics = core.receiver(lane);
  }

  @Override
  public int doWork(boolean draining) {
    if (draining) {
      toParser.finish();
      done = true;
      return 0;
    }
    long start = System.nanoTime();
    int frames = 0;
    while (frames < BATCH_FRAMES && line.hasNext(start)) {
      long slot = toParser.claim();
      if (slot < 0) {
        break; // back-pressure: the line waits
      }
      int bytes = line.next(ring.memory(), slot, start);
      toParser.publish();
      metrics.addFrames(1);
      metrics.recordFrameSize(bytes);
      frames++;
    }
    if (frames > 0) {
      long depth = toParser.depth();
      metrics.setQueueDepth(depth);
      metrics.observeFreeSlots(ring.capacity() - depth);
      metrics.observeLineFrames(line.frames());
      metrics.observeLineTime(BinarySeconds.of(line.nanosSinceBegin()));
      metrics.observeBacklog(line.due());
      metrics.addWorkTime(BinarySeconds.of(System.nanoTime() - start));
    }
    return frames;
  }

  @Override
  public boolean isDone() {
    return done;
  }
}

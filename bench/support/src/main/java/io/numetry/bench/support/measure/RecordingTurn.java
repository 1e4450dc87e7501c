package io.numetry.bench.support.measure;

import io.numetry.attribute.Attributes;
import io.numetry.bench.support.FourCountersSet;
import io.numetry.bench.support.measure.JitterLoop.Turn;
import io.numetry.core.TelemetryCore;

/**
 * A turn that records four counters of one of many sets, another one each time, and polls.
 *
 * <p>Threads: the core's owner alone.
 */
public final class RecordingTurn implements Turn {
  public static final int SETS = 256;

  private final TelemetryCore core;
  private final FourCountersSet[] sets = new FourCountersSet[SETS];

  /** Registers the sets on the calling thread's core. */
  public RecordingTurn(TelemetryCore core) {
    this.core = core;
    for (int i = 0; i < SETS; i++) {
      sets[i] = core.register(FourCountersSet.TYPE, Attributes.of("bench.set", "s" + i));
    }
  }

  @Override
  public void record(int number) {
    FourCountersSet set = sets[number % SETS];
    set.addFirst(1);
    set.addSecond(1);
    set.addThird(1);
    set.addFourth(1);
    core.poll();
  }
}

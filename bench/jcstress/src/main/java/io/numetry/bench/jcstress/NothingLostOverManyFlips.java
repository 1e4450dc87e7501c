package io.numetry.bench.jcstress;

import io.numetry.bench.support.FourCountersSet;
import io.numetry.bench.support.MixedSet;
import io.numetry.window.Column;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Whatever the owner records arrives in the node bank once, however often it is drained meanwhile,
 * for each kind of instrument. First: what is missing of a counter. Second: instruments of another
 * kind that are wrong. Third: cells found where no set is. Fourth: rounds drained while the owner
 * recorded, 8 for more.
 */
@JCStressTest
@Outcome(id = "0, 0, 0, 0", expect = Expect.ACCEPTABLE, desc = "All there, without a flip.")
@Outcome(id = "0, 0, 0, [1-8]", expect = Expect.ACCEPTABLE, desc = "All there, over those flips.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost, doubled, torn or misattributed.")
@State
public class NothingLostOverManyFlips {
  private static final int STEPS = 256;
  private static final int ROUNDS = 24;

  private final CoreRig rig = new CoreRig(Thread.currentThread());
  private final FourCountersSet counters = rig.core.register(FourCountersSet.TYPE);
  private final MixedSet mixed = rig.core.register(MixedSet.TYPE);
  private final Rendezvous start = new Rendezvous();

  @Actor
  public void owner() {
    start.meet();
    for (int i = 1; i <= STEPS; i++) {
      counters.addFirst(i);
      mixed.setLevel(i);
      mixed.addQueue(i % 2 == 0 ? 3 : -1);
      mixed.addWork(0.5);
      mixed.recordSize(i);
      mixed.recordDuration(-i);
      rig.core.poll();
    }
  }

  @Actor
  public void aggregator(IIII_Result seen) {
    start.meet();
    int drained = 0;
    for (int round = 0; round < ROUNDS && rig.collect(2000); round++) {
      drained++;
    }
    seen.r4 = Math.min(drained, 8);
  }

  @Arbiter
  public void end(IIII_Result seen) {
    for (int half = 0; half < 2; half++) { // one may be sealed, and the other active
      rig.drain.ask();
      rig.core.poll();
      rig.collect(1);
    }
    int sum = STEPS * (STEPS + 1) / 2;
    seen.r1 = sum - (int) rig.node.sum(FourCountersSet.DESCRIPTOR, 0);
    seen.r2 = wrongInMixed(sum);
    seen.r3 = rig.drain.newMisplacedCells();
    rig.giveBack();
  }

  private int wrongInMixed(int sum) {
    int wrong = 0;
    wrong += bits(0) == STEPS ? 0 : 1;
    wrong += bits(1) == STEPS ? 0 : 1;
    wrong += Double.longBitsToDouble(bits(2)) == STEPS / 2.0 ? 0 : 1;
    wrong += isMmsc(3, 1, STEPS, sum) ? 0 : 1;
    wrong += isMmsc(4, -STEPS, -1, -sum) ? 0 : 1;
    return wrong;
  }

  private long bits(int instrument) {
    return rig.node.column(MixedSet.DESCRIPTOR, instrument).valueBits(0);
  }

  private boolean isMmsc(int instrument, double min, double max, double sum) {
    Column column = rig.node.column(MixedSet.DESCRIPTOR, instrument);
    return column.count(0) == STEPS
        && column.min(0) == min
        && column.max(0) == max
        && column.sum(0) == sum;
  }
}

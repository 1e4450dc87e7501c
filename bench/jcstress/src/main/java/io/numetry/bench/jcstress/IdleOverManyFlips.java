package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * An owner that is idle, back, and polling by turns, against an aggregator that never rests. First:
 * what is missing in the end. Second: what went to limbo. Third: halves that were sealed, 8 for
 * more.
 */
@JCStressTest
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "All there, without a flip.")
@Outcome(id = "0, 0, [1-8]", expect = Expect.ACCEPTABLE, desc = "All there, over those flips.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost or doubled.")
@State
public class IdleOverManyFlips {
  private static final int STEPS = 48;
  private static final int ROUNDS = 48;

  private final FlipRig rig = new FlipRig();
  private final Rendezvous start = new Rendezvous();
  private int drained;

  @Actor
  public void owner() {
    start.meet();
    for (int i = 0; i < STEPS; i++) {
      rig.a.addFirst(1);
      rig.owner.idle();
      if (i % 3 == 0) {
        rig.owner.poll();
      } else {
        rig.owner.resume();
      }
      rig.b.addFirst(1);
      if (i % 4 == 0) {
        rig.owner.poll();
      }
    }
  }

  @Actor
  public void aggregator(III_Result seen) {
    start.meet();
    int flips = 0;
    for (int round = 0; round < ROUNDS; round++) {
      rig.aggregator.ask();
      if (!rig.awaitSeal(2000)) {
        break;
      }
      drained += rig.drain();
      flips++;
    }
    seen.r3 = Math.min(flips, 8);
  }

  @Arbiter
  public void end(III_Result seen) {
    seen.r1 = 2 * STEPS - drained - rig.finish();
    seen.r2 = rig.limbo();
    rig.giveBack();
  }
}

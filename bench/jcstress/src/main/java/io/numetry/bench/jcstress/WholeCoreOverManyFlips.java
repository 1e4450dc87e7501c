package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Between polls the owner adds the same to three sets, so that in each sealed half they are equal;
 * and the halves add up to all it added. First: halves in which they are not equal. Second: what is
 * missing in the end. Third: halves that were sealed, 8 for more.
 */
@JCStressTest
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Whole, without a flip.")
@Outcome(id = "0, 0, [1-8]", expect = Expect.ACCEPTABLE, desc = "Whole over that many flips.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A half torn between sets, or a value lost or doubled.")
@State
public class WholeCoreOverManyFlips {
  private static final int STEPS = 384;
  private static final int ROUNDS = 48;

  private final FlipRig rig = new FlipRig();
  private final Rendezvous start = new Rendezvous();
  private int drained;

  @Actor
  public void owner() {
    start.meet();
    for (int i = 0; i < STEPS; i++) {
      rig.a.addFirst(1);
      rig.b.addFirst(1);
      rig.c.addFirst(1);
      rig.owner.poll();
    }
  }

  @Actor
  public void aggregator(III_Result seen) {
    start.meet();
    int torn = 0;
    int flips = 0;
    for (int round = 0; round < ROUNDS; round++) {
      rig.aggregator.ask();
      if (!rig.awaitSeal(2000)) {
        break;
      }
      long half = rig.aggregator.sealedHalf();
      long a = rig.first(half, 0);
      if (a != rig.first(half, 1) || a != rig.first(half, 2)) {
        torn++;
      }
      drained += rig.drain();
      flips++;
    }
    seen.r1 = torn;
    seen.r3 = Math.min(flips, 8);
  }

  @Arbiter
  public void end(III_Result seen) {
    seen.r2 = 3 * STEPS - drained - rig.finish();
    rig.giveBack();
  }
}

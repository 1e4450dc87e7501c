package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A sealed half is the core as it was at one of its owner's polls: here with (1,1,0), (2,1,1) or
 * (2,2,1) in three sets, and with nothing in between. Fourth: what of the owner's additions is
 * neither in the sealed half nor in the active one.
 */
@JCStressTest
@Outcome(id = "1, 1, 0, 0", expect = Expect.ACCEPTABLE, desc = "Sealed by the first poll.")
@Outcome(id = "2, 1, 1, 0", expect = Expect.ACCEPTABLE, desc = "Sealed by the second poll.")
@Outcome(id = "2, 2, 1, 0", expect = Expect.ACCEPTABLE, desc = "Sealed by the third poll.")
@Outcome(id = "-1, -1, -1, 0", expect = Expect.ACCEPTABLE, desc = "Asked or looked at too late.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Torn between sets, or lost.")
@State
public class WholeCoreAtomicity {
  private final FlipRig rig = new FlipRig();
  private final Rendezvous start = new Rendezvous();

  @Actor
  public void owner() {
    start.meet();
    rig.a.addFirst(1);
    rig.b.addFirst(1);
    rig.owner.poll();
    rig.c.addFirst(1);
    rig.a.addFirst(1);
    rig.owner.poll();
    rig.b.addFirst(1);
    rig.owner.poll();
  }

  @Actor
  public void aggregator(IIII_Result seen) {
    start.meet();
    rig.aggregator.ask();
    if (rig.awaitSeal(20)) {
      long half = rig.aggregator.sealedHalf();
      seen.r3 = (int) rig.first(half, 2);
      seen.r2 = (int) rig.first(half, 1);
      seen.r1 = (int) rig.first(half, 0);
    } else {
      seen.r1 = -1;
      seen.r2 = -1;
      seen.r3 = -1;
    }
  }

  @Arbiter
  public void end(IIII_Result seen) {
    seen.r4 = 5 - rig.left();
    rig.giveBack();
  }
}

package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * An idle owner comes back while the aggregator seals for it: one compare-and-set wins, and the
 * owner goes on in the half that is its own then. It had recorded 1 before it was idle and records
 * 2 after. First: what the sealed half held, -1 if it was not sealed. Second: the owner's epoch.
 * Third: what is left in the halves. Fourth: what went to limbo.
 */
@JCStressTest
@Outcome(id = "1, 1, 2, 0", expect = Expect.ACCEPTABLE, desc = "The aggregator won: sealed.")
@Outcome(id = "-1, 0, 3, 0", expect = Expect.ACCEPTABLE, desc = "The owner won: not sealed.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both won, none won, or a value in the wrong half.")
@State
public class ResumeAgainstSeal {
  private final FlipRig rig = new FlipRig();

  public ResumeAgainstSeal() {
    rig.a.addFirst(1);
    rig.owner.idle();
    rig.aggregator.ask();
  }

  @Actor
  public void owner() {
    rig.owner.resume();
    rig.a.addFirst(2);
  }

  @Actor
  public void aggregator(IIII_Result seen) {
    seen.r1 = rig.aggregator.trySeal() ? rig.drain() : -1;
  }

  @Arbiter
  public void end(IIII_Result seen) {
    seen.r2 = (int) rig.owner.epoch();
    seen.r3 = rig.left();
    seen.r4 = rig.limbo();
    rig.giveBack();
  }
}

package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Like {@link ResumeAgainstSeal}, but the owner comes back by a poll, which also answers what is
 * asked: the half is sealed once, whoever does it. First: what the sealed half held, -1 if it was
 * not seen sealed. Second: the owner's epoch. Third: what is left in the halves. Fourth: what went
 * to limbo.
 */
@JCStressTest
@Outcome(id = "1, 1, 2, 0", expect = Expect.ACCEPTABLE, desc = "Sealed by one of the two.")
@Outcome(id = "-1, 1, 3, 0", expect = Expect.ACCEPTABLE, desc = "Sealed by the owner, later.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Sealed twice or never, or a value in the wrong half.")
@State
public class PollAgainstSeal {
  private final FlipRig rig = new FlipRig();

  public PollAgainstSeal() {
    rig.a.addFirst(1);
    rig.owner.idle();
    rig.aggregator.ask();
  }

  @Actor
  public void owner() {
    rig.owner.poll();
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

package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The counter-test: the half of an owner that has not sealed it shows sets in states that were no
 * poll's, which is why such a read is reported. That it is seen here shows that the other tests
 * would see it too.
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Before both additions.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "After both additions.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Between them: no snapshot.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE_INTERESTING, desc = "Read apart: no snapshot.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A value that never was.")
@State
public class UnsealedHalfIsNoSnapshot {
  private final FlipRig rig = new FlipRig();

  @Actor
  public void owner() {
    rig.a.addFirst(1);
    rig.b.addFirst(1);
    rig.owner.poll();
  }

  @Actor
  public void aggregator(II_Result seen) {
    long half = rig.aggregator.unsealedHalf();
    seen.r1 = (int) rig.first(half, 0);
    seen.r2 = (int) rig.first(half, 1);
  }

  @Arbiter
  public void end() {
    rig.giveBack();
  }
}

package io.numetry.bench.jcstress;

import io.numetry.bench.support.FourCountersSet;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Sets are registered while halves are sealed: an aggregator that finds a slot touched knows whose
 * it is. First: what is missing. Second: cells found where no set is known. Third: rounds drained
 * before the owner had closed, 4 for more.
 */
@JCStressTest
@Outcome(id = "0, 0, [0-4]", expect = Expect.ACCEPTABLE, desc = "Every value in its set.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A value whose registration was not known, or lost.")
@State
public class RegisterDuringFlip {
  private static final int SETS = 8;
  private static final int ROUNDS = 12;

  private final LateCore late = new LateCore();

  @Actor
  public void owner() {
    CoreRig rig = late.open();
    for (int i = 0; i < SETS; i++) {
      FourCountersSet set = rig.core.register(FourCountersSet.TYPE, LateCore.entity(i));
      set.addFirst(1);
      rig.core.poll();
      set.addFirst(1);
    }
    rig.core.close();
  }

  @Actor
  public void aggregator(III_Result seen) {
    seen.r3 = Math.min(late.collect(ROUNDS), 4);
  }

  @Arbiter
  public void end(III_Result seen) {
    CoreRig rig = late.finish();
    for (int i = 0; i < SETS; i++) {
      seen.r1 +=
          Math.abs(2 - (int) rig.node.sum(FourCountersSet.DESCRIPTOR, 0, LateCore.entity(i)));
    }
    seen.r2 = rig.drain.newMisplacedCells();
    rig.giveBack();
  }
}

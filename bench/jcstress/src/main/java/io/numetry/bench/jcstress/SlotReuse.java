package io.numetry.bench.jcstress;

import io.numetry.bench.support.FourCountersSet;
import java.util.HashSet;
import java.util.Set;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Sets are closed and others take their slots while halves are sealed: every value arrives with the
 * attributes that it was recorded under, and what a set records after it was closed arrives
 * nowhere. First: attributes with a wrong sum. Second: cells found in a half where no set is known.
 * Third: slots that were used again, 4 for more.
 */
@JCStressTest
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "Every value in its set; no reuse.")
@Outcome(id = "0, 0, [1-4]", expect = Expect.ACCEPTABLE, desc = "Every value in its own set.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A reused slot carried old values, or values are lost.")
@State
public class SlotReuse {
  private static final int SETS = 12;
  private static final int ROUNDS = 12;

  private final LateCore late = new LateCore();
  private int slotsReused;

  @Actor
  public void owner() {
    CoreRig rig = late.open();
    Set<Long> used = new HashSet<>();
    for (int i = 0; i < SETS; i++) {
      FourCountersSet set = rig.core.register(FourCountersSet.TYPE, LateCore.entity(i));
      slotsReused += used.add(rig.onlySlot()) ? 0 : 1;
      set.addFirst(1 + i);
      if (i % 3 != 0) {
        rig.core.poll(); // else it lives in one epoch
      }
      set.addFirst(100);
      set.close();
      set.addFirst(10_000);
      if (i % 4 == 0) {
        rig.core.poll();
      }
    }
    rig.core.close();
  }

  @Actor
  public void aggregator() {
    late.collect(ROUNDS);
  }

  @Arbiter
  public void end(III_Result seen) {
    CoreRig rig = late.finish();
    for (int i = 0; i < SETS; i++) {
      long sum = rig.node.sum(FourCountersSet.DESCRIPTOR, 0, LateCore.entity(i));
      seen.r1 += sum == 101 + i ? 0 : 1;
    }
    int slots = SETS - slotsReused; // each has one stray cell in limbo, of its closed sets
    seen.r2 = rig.drain.newMisplacedCells() - slots;
    seen.r3 = Math.min(slotsReused, 4);
    rig.giveBack();
  }
}

package io.numetry.bench.jcstress;

import io.numetry.bench.support.FourCountersSet;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The owning thread ends without closing its core, while the aggregator goes its rounds. The owner
 * is a thread of its own, because an actor does not end. First: what is missing of its 3 additions.
 * Second: 1 if the core is finished. Third: 1 if the aggregator noticed the death by itself, in the
 * race.
 */
@JCStressTest
@Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "Drained and closed in the race.")
@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Drained and closed afterwards.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost, doubled, or never finished.")
@State
public class OwnerDeathDuringFlip {
  private static final int PATIENCE = 200_000;

  private volatile @Nullable CoreRig opened;

  @Actor
  public void owner() {
    var mortal = new Thread(this::liveAndDie, "mortal");
    mortal.start();
    while (mortal.isAlive()) {
      Thread.onSpinWait();
    }
  }

  private void liveAndDie() {
    var rig = new CoreRig(Thread.currentThread());
    FourCountersSet set = rig.core.register(FourCountersSet.TYPE);
    opened = rig;
    set.addFirst(1);
    rig.core.poll();
    set.addFirst(1);
    rig.core.poll();
    set.addFirst(1);
  }

  @Actor
  public void aggregator(III_Result seen) {
    @Nullable CoreRig rig = opened;
    for (int i = 0; i < PATIENCE && rig == null; i++) {
      Thread.onSpinWait();
      rig = opened;
    }
    if (rig != null) {
      for (int i = 0; i < PATIENCE && !rig.drain.isFinished(); i++) {
        rig.collect(1);
      }
      seen.r3 = rig.drain.isFinished() ? 1 : 0;
    }
  }

  @Arbiter
  public void end(III_Result seen) {
    @Nullable CoreRig rig = opened;
    if (rig == null) {
      throw new IllegalStateException("the owner has not run");
    }
    rig.finish();
    seen.r1 = 3 - (int) rig.node.sum(FourCountersSet.DESCRIPTOR, 0);
    seen.r2 = rig.drain.isFinished() ? 1 : 0;
    rig.giveBack();
  }
}

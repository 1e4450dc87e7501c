package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * An idle owner closes while a shutdown closes for it: the core is closed once, and finished with
 * all that it had recorded. First: what arrived of 3. Second: what went to limbo. Third: 1 if the
 * core is finished for both sides.
 */
@JCStressTest
@Outcome(id = "3, 0, 1", expect = Expect.ACCEPTABLE, desc = "Closed, with all that was recorded.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost, doubled, or not closed.")
@State
public class AskToCloseAgainstClose {
  private final FlipRig rig = new FlipRig();
  private final Rendezvous start = new Rendezvous();
  private int drained;

  public AskToCloseAgainstClose() {
    rig.a.addFirst(1);
    rig.c.addFirst(2);
    rig.owner.idle();
  }

  @Actor
  public void owner() {
    start.meet();
    rig.owner.close();
  }

  @Actor
  public void aggregator() {
    start.meet();
    rig.aggregator.askToClose();
    for (int look = 0; look < 20 && !rig.aggregator.isFinished(); look++) {
      if (rig.aggregator.isAsked() && rig.aggregator.trySeal()) {
        drained += rig.drain();
      }
    }
  }

  @Arbiter
  public void end(III_Result seen) {
    for (int round = 0; round < 3 && !rig.aggregator.isFinished(); round++) {
      if (rig.aggregator.isAsked() && rig.aggregator.trySeal()) {
        drained += rig.drain();
      }
    }
    seen.r1 = drained;
    seen.r2 = rig.limbo();
    seen.r3 = rig.aggregator.isFinished() && rig.owner.isClosed() ? 1 : 0;
    rig.giveBack();
  }
}

package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A shutdown's wish overwrites a flip that is asked for already, while the owner polls: it flips,
 * then closes, or closes at once, and hears of the wish in the end. It records 1, 2 and 4 before
 * its polls and 8 after them. First: what arrived. Second: what went to limbo, recorded after the
 * owner had closed. Third: 1 if the core is finished. Fourth: what is missing.
 */
@JCStressTest
@Outcome(id = "1, 14, 1, 0", expect = Expect.ACCEPTABLE, desc = "Closed by the first poll.")
@Outcome(id = "3, 12, 1, 0", expect = Expect.ACCEPTABLE, desc = "Closed by the second poll.")
@Outcome(id = "7, 8, 1, 0", expect = Expect.ACCEPTABLE, desc = "Closed by the third poll.")
@Outcome(id = "15, 0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Closed by a later poll.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost, doubled, or the wish forgotten.")
@State
public class AskToCloseAgainstPoll {
  private final FlipRig rig = new FlipRig();
  private final Rendezvous start = new Rendezvous();
  private int drained;

  public AskToCloseAgainstPoll() {
    rig.aggregator.ask();
  }

  @Actor
  public void owner() {
    start.meet();
    rig.a.addFirst(1);
    rig.owner.poll();
    rig.b.addFirst(2);
    rig.owner.poll();
    rig.c.addFirst(4);
    rig.owner.poll();
    rig.a.addFirst(8);
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
  public void end(IIII_Result seen) {
    for (int round = 0; round < 3 && !rig.aggregator.isFinished(); round++) {
      rig.owner.poll();
      if (rig.aggregator.isAsked() && rig.aggregator.trySeal()) {
        drained += rig.drain();
      }
    }
    seen.r1 = drained;
    seen.r2 = rig.limbo();
    seen.r3 = rig.aggregator.isFinished() && rig.owner.isClosed() ? 1 : 0;
    seen.r4 = 15 - drained - seen.r2;
    rig.giveBack();
  }
}

package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A shutdown's wish meets an owner that is idle, back, and idle again: the aggregator closes for
 * it, or it closes itself. It records 1 before, 2 after it is back. First: what arrived. Second:
 * what went to limbo. Third: 1 if the core is finished for both sides. Fourth: what is missing.
 */
@JCStressTest
@Outcome(id = "1, 2, 1, 0", expect = Expect.ACCEPTABLE, desc = "Closed while idle at first.")
@Outcome(id = "3, 0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Closed after the owner was back.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost, doubled, or the wish forgotten.")
@State
public class AskToCloseAgainstIdle {
  private final FlipRig rig = new FlipRig();
  private final Rendezvous start = new Rendezvous();
  private int drained;

  @Actor
  public void owner() {
    start.meet();
    rig.a.addFirst(1);
    rig.owner.idle();
    rig.owner.resume();
    rig.b.addFirst(2);
    rig.owner.idle();
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
      if (rig.aggregator.isAsked() && rig.aggregator.trySeal()) {
        drained += rig.drain();
      }
    }
    rig.owner.poll();
    seen.r1 = drained;
    seen.r2 = rig.limbo();
    seen.r3 = rig.aggregator.isFinished() && rig.owner.isClosed() ? 1 : 0;
    seen.r4 = 3 - drained - seen.r2;
    rig.giveBack();
  }
}

package io.numetry.bench.jcstress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * The owner records 1, polls, records 2 and closes while the aggregator goes its rounds. First and
 * second: what two rounds drained, -1 for a round that found nothing sealed. Third: what is missing
 * in the end. Fourth: what a store after the end put into limbo, where it belongs.
 */
@JCStressTest
@Outcome(id = "1, 2, 0, 4", expect = Expect.ACCEPTABLE, desc = "Flipped, then closed.")
@Outcome(id = "1, -1, 0, 4", expect = Expect.ACCEPTABLE, desc = "Flipped; closed later.")
@Outcome(id = "3, 0, 0, 4", expect = Expect.ACCEPTABLE, desc = "Closed; what is over stays over.")
@Outcome(id = "-1, (-1|1|3), 0, 4", expect = Expect.ACCEPTABLE, desc = "Looked at too early.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost, doubled, or recorded after the end.")
@State
public class CloseDuringFlip {
  private final FlipRig rig = new FlipRig();
  private final Rendezvous start = new Rendezvous();
  private int drained;

  @Actor
  public void owner() {
    start.meet();
    rig.a.addFirst(1);
    rig.owner.poll();
    rig.b.addFirst(2);
    rig.owner.close();
    rig.c.addFirst(4);
  }

  @Actor
  public void aggregator(IIII_Result seen) {
    start.meet();
    seen.r1 = round();
    seen.r2 = rig.aggregator.isFinished() ? 0 : round();
  }

  private int round() {
    rig.aggregator.ask();
    if (!rig.awaitSeal(10)) {
      return -1;
    }
    int sum = rig.drain();
    drained += sum;
    return sum;
  }

  @Arbiter
  public void end(IIII_Result seen) {
    seen.r3 = 3 - drained - rig.finish();
    seen.r4 = rig.limbo();
    rig.giveBack();
  }
}

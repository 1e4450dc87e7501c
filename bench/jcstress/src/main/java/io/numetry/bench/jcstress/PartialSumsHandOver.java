package io.numetry.bench.jcstress;

import io.numetry.relay.RelayDoor;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A node hands frames of partial sums to the root: each is taken whole, once, in order, and its
 * memory is the node's again only afterwards.
 */
@JCStressTest
@Outcome(
    id = {"0, 0, 1", "0, 1, 0", "0, 1, 2", "1, 0, 0", "1, 0, 2", "1, 2, 0"},
    expect = Expect.ACCEPTABLE,
    desc = "In order; the second if the first was taken in time.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A frame was torn, lost or taken twice.")
@State
public class PartialSumsHandOver {
  private static final ConcurrentLinkedQueue<RelayDoor> FREE = new ConcurrentLinkedQueue<>();

  private final RelayDoor door = take();

  private static RelayDoor take() {
    RelayDoor used = FREE.poll();
    return used == null ? new RelayDoor() : used;
  }

  @Actor
  public void node() {
    door.offer(1);
    door.offer(2);
  }

  @Actor
  public void root(III_Result seen) {
    seen.r1 = door.poll();
    seen.r2 = door.poll();
  }

  @Arbiter
  public void rest(III_Result seen) {
    seen.r3 = door.poll();
    FREE.add(door);
  }
}

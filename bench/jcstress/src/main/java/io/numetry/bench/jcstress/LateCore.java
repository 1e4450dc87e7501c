package io.numetry.bench.jcstress;

import io.numetry.attribute.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * A core that its owner opens in the race itself, because only the owner may register and close,
 * and nobody knows which thread that is before.
 */
final class LateCore {
  private static final int PATIENCE = 20_000;
  private static final Attributes[] ENTITIES = new Attributes[64];

  static {
    for (int i = 0; i < ENTITIES.length; i++) {
      ENTITIES[i] = Attributes.of("bench.entity", "e" + i);
    }
  }

  private volatile @Nullable CoreRig opened;
  private final Rendezvous start = new Rendezvous();

  static Attributes entity(int number) {
    return ENTITIES[number];
  }

  /** Owner. */
  CoreRig open() {
    var rig = new CoreRig(Thread.currentThread());
    opened = rig;
    start.meet();
    return rig;
  }

  /** Aggregator: goes its rounds; returns how many drained something or nothing. */
  int collect(int rounds) {
    start.meet();
    @Nullable CoreRig rig = opened;
    for (int i = 0; i < PATIENCE && rig == null; i++) {
      Thread.onSpinWait();
      rig = opened;
    }
    int drained = 0;
    while (rig != null && drained < rounds && !rig.drain.isFinished() && rig.collect(2000)) {
      drained++;
    }
    return drained;
  }

  /** When both are at rest: drains the rest. */
  CoreRig finish() {
    CoreRig rig = opened;
    if (rig == null) {
      throw new IllegalStateException("the owner has not run");
    }
    rig.finish();
    return rig;
  }
}

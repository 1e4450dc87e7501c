package io.numetry.bench.support;

import io.numetry.record.ActiveHalf;
import io.numetry.record.SlotHandle;

/** A slot of a core that has no registry: for benches of the flip alone. */
public record FixedSlot(ActiveHalf activeHalf, ActiveHalf limbo, long slotOffset)
    implements SlotHandle {
  @Override
  public void close() {
    // Nobody was told of the slot.
  }
}

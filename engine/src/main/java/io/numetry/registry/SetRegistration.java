package io.numetry.registry;

import io.numetry.attribute.Attributes;
import io.numetry.record.TouchedMarks;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.view.ViewedSet;

/**
 * One metric set registered on a core. Two registrations of equal parts are still two.
 *
 * <p>There is one for each series of a process; what else has to be known of a registration extends
 * it, rather than being an object more.
 */
public class SetRegistration {
  /** Not among the live ones. */
  static final int NO_PLACE = -1;

  private final ViewedSet set;
  private final Attributes entity;

  /** An unsigned int, see {@link io.numetry.bank.BankDescriptor#MAX_HALF_BYTES}. */
  private final int slotWord;

  private final long openedUnixNanos;

  /** Among the live ones of its core; the owner's alone. */
  int livePlace = NO_PLACE;

  /**
   * @param set what the set is, and how it is sent
   * @param entity attributes given at registration
   * @param slotOffset bytes from a half's base to the slot's first cell
   * @param openedUnixNanos when: the start of its cumulative points
   */
  public SetRegistration(ViewedSet set, Attributes entity, long slotOffset, long openedUnixNanos) {
    this.set = set;
    this.entity = entity;
    this.slotWord = (int) (slotOffset >>> TouchedMarks.WORD_SHIFT);
    this.openedUnixNanos = openedUnixNanos;
  }

  /** What the set is, and how it is sent. */
  public final ViewedSet set() {
    return set;
  }

  /** What the schema says of the set. */
  public final MetricSetDescriptor descriptor() {
    return set.descriptor();
  }

  /** Attributes given at registration. */
  public final Attributes entity() {
    return entity;
  }

  /** Bytes from a half's base to the slot's first cell; a multiple of 64. */
  public final long slotOffset() {
    return Integer.toUnsignedLong(slotWord) << TouchedMarks.WORD_SHIFT;
  }

  /** When the set was registered: the start of its cumulative points. */
  public final long openedUnixNanos() {
    return openedUnixNanos;
  }

  /** True from when the owner has published it until it is closed; owner only. */
  public final boolean isLive() {
    return livePlace != NO_PLACE;
  }

  @Override
  public String toString() {
    return "SetRegistration[set=" + descriptor().name() + ", entity=" + entity + "]";
  }
}

package io.numetry.registry;

import io.numetry.attribute.Attributes;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.view.ViewedSet;

/**
 * One metric set registered on a core.
 *
 * @param set what the set is, and how it is sent
 * @param entity attributes given at registration
 * @param slotOffset bytes from a half's base to the slot's first cell
 * @param openedUnixNanos when: the start of its cumulative points
 */
public record SetRegistration(
    ViewedSet set, Attributes entity, long slotOffset, long openedUnixNanos) {

  /** What the schema says of the set. */
  public MetricSetDescriptor descriptor() {
    return set.descriptor();
  }

  @Override
  public boolean equals(Object other) {
    return this == other; // two registrations of equal parts are still two
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

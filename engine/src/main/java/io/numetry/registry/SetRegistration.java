package io.numetry.registry;

import io.numetry.attribute.Attributes;
import io.numetry.schema.MetricSetDescriptor;

/**
 * One metric set registered on a core.
 *
 * @param descriptor what the set is
 * @param entity attributes given at registration
 * @param slotOffset bytes from a half's base to the slot's first cell
 * @param openedUnixNanos when: the start of its cumulative points
 */
public record SetRegistration(
    MetricSetDescriptor descriptor, Attributes entity, long slotOffset, long openedUnixNanos) {
  @Override
  public boolean equals(Object other) {
    return this == other; // two registrations of equal parts are still two
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}

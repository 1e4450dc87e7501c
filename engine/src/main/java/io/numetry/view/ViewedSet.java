package io.numetry.view;

import io.numetry.schema.MetricSetDescriptor;
import java.util.List;

/**
 * A metric set as it is sent. There is one of each set in a process; it is told from others by its
 * identity.
 */
public final class ViewedSet {
  private final MetricSetDescriptor descriptor;
  private final List<StreamGroup> groups;

  ViewedSet(MetricSetDescriptor descriptor, List<StreamGroup> groups) {
    this.descriptor = descriptor;
    this.groups = List.copyOf(groups);
  }

  /** What the schema says. */
  public MetricSetDescriptor descriptor() {
    return descriptor;
  }

  /** What is sent; none, if views drop it all. */
  public List<StreamGroup> groups() {
    return groups;
  }

  @Override
  public String toString() {
    return "metric set " + descriptor.name();
  }
}

package io.numetry.relay;

import io.numetry.attribute.Attributes;
import io.numetry.view.ViewedSet;

/** What the root must know before, or after, it takes in a frame's values. */
public sealed interface PartialNews {

  /**
   * From now on {@code set} in this node's frames stands for this group.
   *
   * @param set counts up from zero
   * @param group of the viewed set
   */
  record SetOpened(int set, ViewedSet viewed, int group) implements PartialNews {}

  /** From now on {@code series} of {@code set} stands for these attributes. */
  record SeriesOpened(int set, int series, Attributes attributes, long startUnixNanos)
      implements PartialNews {}

  /**
   * The series has ended on this node; all its values were in earlier frames.
   *
   * @param retired true if it went with its cores, and was not closed
   */
  record SeriesEnded(int set, int series, boolean retired) implements PartialNews {}
}

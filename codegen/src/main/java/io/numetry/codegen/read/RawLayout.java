package io.numetry.codegen.read;

import java.util.List;

/** What an instrument's annotation says of the layout of its cells. */
public sealed interface RawLayout {

  /** Nothing: the kind has one layout. */
  record Fixed() implements RawLayout {}

  /** Buckets whose bounds adapt. */
  record Exponential(RawNumber maxBuckets, RawNumber maxScale, boolean negatives)
      implements RawLayout {}

  /** Buckets between bounds that are given. */
  record Explicit(List<Double> boundaries, Position position) implements RawLayout {
    public Explicit {
      boundaries = List.copyOf(boundaries);
    }
  }
}

package io.numetry.schema;

public record ExponentialLayout(int maxBuckets, int maxScale, boolean negatives)
    implements CellLayout {
  public static final ExponentialLayout DEFAULT = new ExponentialLayout(160, 20, false);

  @Override
  public int cellBytes() {
    return Long.BYTES * (8 + maxBuckets * (negatives ? 2 : 1));
  }
}

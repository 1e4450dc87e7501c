package gateway;

import io.numetry.attribute.Attributes;
import javax.annotation.processing.Generated;

/**
 * Attributes of a {@link WideMetrics.ARatherLongNameOfAnAttributeSet}: their keys, and how they are
 * made.
 */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class WideMetrics_ARatherLongNameOfAnAttributeSetAttributes {
  public static final String PART = "gateway.wide.part";

  private WideMetrics_ARatherLongNameOfAnAttributeSetAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(WideMetrics.ARatherLongNameOfAnAttributeSet set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(
      WideMetrics.ARatherLongNameOfAnAttributeSet set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException(
          "attribute set WideMetrics.ARatherLongNameOfAnAttributeSet: is null; give one instead");
    }
    attributes.put(PART, set.part());
  }
}

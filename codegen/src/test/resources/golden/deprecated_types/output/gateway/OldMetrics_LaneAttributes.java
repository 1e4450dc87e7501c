package gateway;

import io.numetry.attribute.Attributes;
import io.numetry.schema.EnumConstants;
import javax.annotation.processing.Generated;

/** Attributes of a {@link OldMetrics.Lane}: their keys, and how they are made. */
@SuppressWarnings({"deprecation", "removal"})
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class OldMetrics_LaneAttributes {
  public static final String OLD = "gateway.lane.old";
  public static final String GOING = "gateway.lane.going";

  static {
    // The values of these enums are compiled in.
    EnumConstants.require("OldMetrics.Lane", Old.class, "A");
    EnumConstants.require("OldMetrics.Lane", Going.class, "STAYING", "GOING");
  }

  private OldMetrics_LaneAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(OldMetrics.Lane set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(OldMetrics.Lane set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException(
          "attribute set OldMetrics.Lane: is null; give one instead");
    }
    if (set.old() != null) {
      attributes.put(OLD, value(set.old()));
    }
    if (set.going() != null) {
      attributes.put(GOING, value(set.going()));
    }
  }

  private static String value(Old constant) {
    return switch (constant) {
      case A -> "a";
    };
  }

  private static String value(Going constant) {
    return switch (constant) {
      case STAYING -> "staying";
      case GOING -> "going";
    };
  }
}

package gateway;

import gateway.place.ZoneAttributes;
import io.numetry.attribute.Attributes;
import io.numetry.schema.EnumConstants;
import java.util.Arrays;
import javax.annotation.processing.Generated;

/** Attributes of a {@link Everything}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
final class EverythingAttributes {
  public static final String TEXT = "text";
  public static final String TRUTH = "truth";
  public static final String TINY = "tiny";
  public static final String SMALL = "small";
  public static final String NUMBER = "number";
  public static final String LARGE = "large";
  public static final String ROUGH = "rough";
  public static final String EXACT = "exact";
  public static final String MAYBE_TRUTH = "maybe_truth";
  public static final String MAYBE_NUMBER = "maybe_number";
  public static final String MAYBE_EXACT = "maybe_exact";
  public static final String ROLE = "gateway.role";
  public static final String OTHER_ROLE = "other_role";
  public static final String TEXTS = "texts";
  public static final String TRUTHS = "truths";
  public static final String NUMBERS = "numbers";
  public static final String LARGE_NUMBERS = "large_numbers";
  public static final String EXACT_NUMBERS = "exact_numbers";
  public static final String BYTES = "bytes";
  public static final String MAP = "map";
  public static final String NAMED =
      "gateway.a_key.that_goes_on_and_on_so_that_it_hardly_fits_into_a_line.and_then_some_more";

  static {
    // The values of these enums are compiled in.
    EnumConstants.require(
        "Everything",
        Role.class,
        "PRIMARY",
        "STAND_BY",
        "ONE_THAT_NOBODY_HAS_GIVEN_TO_ANYBODY_YET");
  }

  private EverythingAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(Everything set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(Everything set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException("attribute set Everything: is null; give one instead");
    }
    if (set.text() != null) {
      attributes.put(TEXT, set.text());
    }
    attributes.put(TRUTH, set.truth());
    attributes.put(TINY, set.tiny());
    attributes.put(SMALL, set.small());
    attributes.put(NUMBER, set.number());
    attributes.put(LARGE, set.large());
    attributes.put(ROUGH, set.rough());
    attributes.put(EXACT, set.exact());
    if (set.maybeTruth() != null) {
      attributes.put(MAYBE_TRUTH, set.maybeTruth());
    }
    if (set.maybeNumber() != null) {
      attributes.put(MAYBE_NUMBER, set.maybeNumber());
    }
    if (set.maybeExact() != null) {
      attributes.put(MAYBE_EXACT, set.maybeExact());
    }
    if (set.role() != null && set.role() != Role.ONE_THAT_NOBODY_HAS_GIVEN_TO_ANYBODY_YET) {
      attributes.put(ROLE, value(set.role()));
    }
    if (set.otherRole() != null
        && set.otherRole() != Role.ONE_THAT_NOBODY_HAS_GIVEN_TO_ANYBODY_YET) {
      attributes.put(OTHER_ROLE, value(set.otherRole()));
    }
    if (set.texts() != null) {
      attributes.put(TEXTS, set.texts());
    }
    if (set.truths() != null) {
      attributes.put(TRUTHS, set.truths());
    }
    if (set.numbers() != null) {
      attributes.put(NUMBERS, Arrays.stream(set.numbers()).asLongStream().toArray());
    }
    if (set.largeNumbers() != null) {
      attributes.put(LARGE_NUMBERS, set.largeNumbers());
    }
    if (set.exactNumbers() != null) {
      attributes.put(EXACT_NUMBERS, set.exactNumbers());
    }
    if (set.bytes() != null) {
      attributes.put(BYTES, set.bytes());
    }
    if (set.map() != null) {
      attributes.put(MAP, set.map());
    }
    if (set.named() != null) {
      attributes.put(NAMED, set.named());
    }
    if (set.zone() != null) {
      ZoneAttributes.put(set.zone(), attributes);
    }
  }

  private static String value(Role constant) {
    return switch (constant) {
      case PRIMARY -> "primary";
      case STAND_BY -> "stand-by";
      case ONE_THAT_NOBODY_HAS_GIVEN_TO_ANYBODY_YET -> "";
    };
  }
}

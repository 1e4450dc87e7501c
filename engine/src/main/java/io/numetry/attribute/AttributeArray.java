package io.numetry.attribute;

import io.numetry.schema.AttributeType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** An immutable array as an attribute's value. All elements are of one type. */
public final class AttributeArray {
  private final AttributeType type;
  private final List<Object> elements;

  private AttributeArray(AttributeType type, List<Object> elements) {
    this.type = type;
    this.elements = elements;
  }

  static AttributeArray of(String[] elements) {
    return new AttributeArray(AttributeType.STRING_ARRAY, List.of((Object[]) elements));
  }

  static AttributeArray of(boolean[] elements) {
    return new AttributeArray(
        AttributeType.BOOLEAN_ARRAY,
        IntStream.range(0, elements.length).<Object>mapToObj(i -> elements[i]).toList());
  }

  static AttributeArray of(long[] elements) {
    return new AttributeArray(
        AttributeType.LONG_ARRAY, Arrays.stream(elements).<Object>mapToObj(e -> e).toList());
  }

  static AttributeArray of(double[] elements) {
    return new AttributeArray(
        AttributeType.DOUBLE_ARRAY, Arrays.stream(elements).<Object>mapToObj(e -> e).toList());
  }

  /** The array's type: that of its elements decides, even if there are none. */
  public AttributeType type() {
    return type;
  }

  /**
   * The elements, all {@code String}, all {@code Boolean}, all {@code Long} or all {@code Double}.
   */
  public List<Object> elements() {
    return elements;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttributeArray that
        && type == that.type
        && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    return elements.toString();
  }
}

package io.numetry.examples.realworld;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;

/**
 * A native histogram as Prometheus answers with it.
 *
 * @param buckets those that are not empty, in the order of their bounds
 */
public record NativeHistogram(double count, double sum, List<Bucket> buckets) {

  public NativeHistogram {
    buckets = List.copyOf(buckets);
  }

  /** Values between two bounds. */
  public record Bucket(double lower, double upper, double count) {}

  static NativeHistogram of(Struct histogram) {
    return new NativeHistogram(
        number(histogram.getFieldsOrThrow("count")),
        number(histogram.getFieldsOrThrow("sum")),
        histogram.getFieldsOrThrow("buckets").getListValue().getValuesList().stream()
            .map(Value::getListValue)
            .map(NativeHistogram::bucket)
            .toList());
  }

  /** The factor from a positive bucket's lower bound to its upper one: the histogram's base. */
  public double base() {
    return buckets.stream()
        .filter(bucket -> bucket.lower() > 0)
        .mapToDouble(bucket -> bucket.upper() / bucket.lower())
        .findFirst()
        .orElseThrow();
  }

  /** Its parts are: how the bounds belong to it, the two bounds, the count. */
  private static Bucket bucket(ListValue parts) {
    return new Bucket(
        number(parts.getValues(1)), number(parts.getValues(2)), number(parts.getValues(3)));
  }

  private static double number(Value text) {
    return Double.parseDouble(text.getStringValue());
  }
}

package io.numetry.exporter.otlp;

import io.numetry.schema.ValueType;

/**
 * Tags of the OTLP metrics messages, as in opentelemetry-proto 1.11. A name is the message and its
 * field; every tag is one byte.
 */
final class OtlpFields {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;

  static final byte REQUEST_RESOURCE_METRICS = tag(1, LENGTH);

  static final byte RESOURCE_METRICS_RESOURCE = tag(1, LENGTH);
  static final byte RESOURCE_METRICS_SCOPE_METRICS = tag(2, LENGTH);
  static final byte RESOURCE_ATTRIBUTES = tag(1, LENGTH);

  static final byte SCOPE_METRICS_SCOPE = tag(1, LENGTH);
  static final byte SCOPE_METRICS_METRICS = tag(2, LENGTH);
  static final byte SCOPE_NAME = tag(1, LENGTH);

  static final byte METRIC_NAME = tag(1, LENGTH);
  static final byte METRIC_DESCRIPTION = tag(2, LENGTH);
  static final byte METRIC_UNIT = tag(3, LENGTH);
  static final byte METRIC_GAUGE = tag(5, LENGTH);
  static final byte METRIC_SUM = tag(7, LENGTH);
  static final byte METRIC_HISTOGRAM = tag(9, LENGTH);
  static final byte METRIC_EXPONENTIAL_HISTOGRAM = tag(10, LENGTH);

  /** The same in all kinds of data. */
  static final byte DATA_POINTS = tag(1, LENGTH);

  /** The same in all kinds of data that have it. */
  static final byte AGGREGATION_TEMPORALITY = tag(2, VARINT);

  static final byte SUM_IS_MONOTONIC = tag(3, VARINT);
  static final byte TEMPORALITY_DELTA = 1;
  static final byte TEMPORALITY_CUMULATIVE = 2;

  /** The same in all points. */
  static final byte POINT_START = tag(2, FIXED64);

  /** The same in all points. */
  static final byte POINT_TIME = tag(3, FIXED64);

  /** The flags of a point whose series has ended. */
  static final byte FLAG_NO_RECORDED_VALUE = 1;

  /** A tag and flags. */
  static final int FLAGS_BYTES = 2;

  static final byte NUMBER_POINT_AS_DOUBLE = tag(4, FIXED64);
  static final byte NUMBER_POINT_AS_INT = tag(6, FIXED64);
  static final byte NUMBER_POINT_ATTRIBUTES = tag(7, LENGTH);
  static final byte NUMBER_POINT_FLAGS = tag(8, VARINT);

  /** The same in histogram and exponential histogram points. */
  static final byte DISTRIBUTION_POINT_COUNT = tag(4, FIXED64);

  /** The same in histogram and exponential histogram points. */
  static final byte DISTRIBUTION_POINT_SUM = tag(5, FIXED64);

  static final byte HISTOGRAM_POINT_BUCKETS = tag(6, LENGTH);
  static final byte HISTOGRAM_POINT_BOUNDARIES = tag(7, LENGTH);
  static final byte HISTOGRAM_POINT_ATTRIBUTES = tag(9, LENGTH);
  static final byte HISTOGRAM_POINT_FLAGS = tag(10, VARINT);
  static final byte HISTOGRAM_POINT_MIN = tag(11, FIXED64);
  static final byte HISTOGRAM_POINT_MAX = tag(12, FIXED64);

  static final byte EXPONENTIAL_POINT_ATTRIBUTES = tag(1, LENGTH);
  static final byte EXPONENTIAL_POINT_SCALE = tag(6, VARINT);
  static final byte EXPONENTIAL_POINT_ZERO_COUNT = tag(7, FIXED64);
  static final byte EXPONENTIAL_POINT_POSITIVE = tag(8, LENGTH);
  static final byte EXPONENTIAL_POINT_NEGATIVE = tag(9, LENGTH);
  static final byte EXPONENTIAL_POINT_FLAGS = tag(10, VARINT);
  static final byte EXPONENTIAL_POINT_MIN = tag(12, FIXED64);
  static final byte EXPONENTIAL_POINT_MAX = tag(13, FIXED64);
  static final byte BUCKETS_OFFSET = tag(1, VARINT);
  static final byte BUCKETS_COUNTS = tag(2, LENGTH);

  static final byte KEY_VALUE_KEY = tag(1, LENGTH);
  static final byte KEY_VALUE_VALUE = tag(2, LENGTH);
  static final byte ANY_VALUE_STRING = tag(1, LENGTH);
  static final byte ANY_VALUE_BOOL = tag(2, VARINT);
  static final byte ANY_VALUE_INT = tag(3, VARINT);
  static final byte ANY_VALUE_DOUBLE = tag(4, FIXED64);
  static final byte ANY_VALUE_ARRAY = tag(5, LENGTH);
  static final byte ANY_VALUE_KEY_VALUE_LIST = tag(6, LENGTH);
  static final byte ANY_VALUE_BYTES = tag(7, LENGTH);
  static final byte ARRAY_VALUE_VALUES = tag(1, LENGTH);
  static final byte KEY_VALUE_LIST_VALUES = tag(1, LENGTH);

  private OtlpFields() {}

  /** Tag of a number point's value. */
  static byte valueTag(ValueType type) {
    return type == ValueType.LONG ? NUMBER_POINT_AS_INT : NUMBER_POINT_AS_DOUBLE;
  }

  private static byte tag(int field, int wireType) {
    if (field > 15) {
      throw new AssertionError("field " + field + ": its tag takes more than one byte");
    }
    return (byte) ((field << 3) | wireType);
  }
}

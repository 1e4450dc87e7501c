package io.numetry.exporter.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OTLP messages of metrics, as in opentelemetry-proto 1.11: what a field is in JSON. */
enum MessageType {
  EXEMPLAR,
  BUCKETS,
  ARRAY_VALUE,
  KEY_VALUE_LIST,
  ANY_VALUE,
  KEY_VALUE,
  NUMBER_DATA_POINT,
  HISTOGRAM_DATA_POINT,
  EXPONENTIAL_HISTOGRAM_DATA_POINT,
  GAUGE,
  SUM,
  HISTOGRAM,
  EXPONENTIAL_HISTOGRAM,
  METRIC,
  SCOPE,
  SCOPE_METRICS,
  RESOURCE,
  RESOURCE_METRICS,
  REQUEST;

  /** A field's type, which decides both its bytes and its JSON. */
  enum FieldType {
    MESSAGE,
    STRING,
    /** In base64. */
    BYTES,
    /** Ids are hexadecimal in OTLP/JSON, unlike other bytes. */
    ID,
    BOOL,
    DOUBLE,
    FIXED64,
    SFIXED64,
    UINT64,
    INT64,
    UINT32,
    SINT32,
    /** A number in OTLP/JSON, never a name. */
    ENUM
  }

  /**
   * A field.
   *
   * @param name in JSON
   * @param message of a field that is one
   */
  record Field(
      int number, String name, FieldType type, boolean repeated, @Nullable MessageType message) {}

  @SuppressWarnings("ImmutableEnumChecker") // filled below, once: messages hold each other
  private final Map<Integer, Field> fields = new HashMap<>();

  static {
    REQUEST.list(1, "resourceMetrics", RESOURCE_METRICS);
    RESOURCE_METRICS.one(1, "resource", RESOURCE);
    RESOURCE_METRICS.list(2, "scopeMetrics", SCOPE_METRICS);
    RESOURCE_METRICS.one(3, "schemaUrl", FieldType.STRING);
    RESOURCE.list(1, "attributes", KEY_VALUE);
    RESOURCE.one(2, "droppedAttributesCount", FieldType.UINT32);
    SCOPE_METRICS.one(1, "scope", SCOPE);
    SCOPE_METRICS.list(2, "metrics", METRIC);
    SCOPE_METRICS.one(3, "schemaUrl", FieldType.STRING);
    SCOPE.one(1, "name", FieldType.STRING);
    SCOPE.one(2, "version", FieldType.STRING);
    SCOPE.list(3, "attributes", KEY_VALUE);
    SCOPE.one(4, "droppedAttributesCount", FieldType.UINT32);
    METRIC.one(1, "name", FieldType.STRING);
    METRIC.one(2, "description", FieldType.STRING);
    METRIC.one(3, "unit", FieldType.STRING);
    METRIC.one(5, "gauge", GAUGE);
    METRIC.one(7, "sum", SUM);
    METRIC.one(9, "histogram", HISTOGRAM);
    METRIC.one(10, "exponentialHistogram", EXPONENTIAL_HISTOGRAM);
    METRIC.list(12, "metadata", KEY_VALUE);
    GAUGE.list(1, "dataPoints", NUMBER_DATA_POINT);
    SUM.list(1, "dataPoints", NUMBER_DATA_POINT);
    SUM.one(2, "aggregationTemporality", FieldType.ENUM);
    SUM.one(3, "isMonotonic", FieldType.BOOL);
    HISTOGRAM.list(1, "dataPoints", HISTOGRAM_DATA_POINT);
    HISTOGRAM.one(2, "aggregationTemporality", FieldType.ENUM);
    EXPONENTIAL_HISTOGRAM.list(1, "dataPoints", EXPONENTIAL_HISTOGRAM_DATA_POINT);
    EXPONENTIAL_HISTOGRAM.one(2, "aggregationTemporality", FieldType.ENUM);
    numberDataPoint();
    histogramDataPoint();
    exponentialHistogramDataPoint();
    BUCKETS.one(1, "offset", FieldType.SINT32);
    BUCKETS.list(2, "bucketCounts", FieldType.UINT64);
    EXEMPLAR.one(2, "timeUnixNano", FieldType.FIXED64);
    EXEMPLAR.one(3, "asDouble", FieldType.DOUBLE);
    EXEMPLAR.one(4, "spanId", FieldType.ID);
    EXEMPLAR.one(5, "traceId", FieldType.ID);
    EXEMPLAR.one(6, "asInt", FieldType.SFIXED64);
    EXEMPLAR.list(7, "filteredAttributes", KEY_VALUE);
    KEY_VALUE.one(1, "key", FieldType.STRING);
    KEY_VALUE.one(2, "value", ANY_VALUE);
    ANY_VALUE.one(1, "stringValue", FieldType.STRING);
    ANY_VALUE.one(2, "boolValue", FieldType.BOOL);
    ANY_VALUE.one(3, "intValue", FieldType.INT64);
    ANY_VALUE.one(4, "doubleValue", FieldType.DOUBLE);
    ANY_VALUE.one(5, "arrayValue", ARRAY_VALUE);
    ANY_VALUE.one(6, "kvlistValue", KEY_VALUE_LIST);
    ANY_VALUE.one(7, "bytesValue", FieldType.BYTES);
    ARRAY_VALUE.list(1, "values", ANY_VALUE);
    KEY_VALUE_LIST.list(1, "values", KEY_VALUE);
  }

  private static void numberDataPoint() {
    NUMBER_DATA_POINT.one(2, "startTimeUnixNano", FieldType.FIXED64);
    NUMBER_DATA_POINT.one(3, "timeUnixNano", FieldType.FIXED64);
    NUMBER_DATA_POINT.one(4, "asDouble", FieldType.DOUBLE);
    NUMBER_DATA_POINT.list(5, "exemplars", EXEMPLAR);
    NUMBER_DATA_POINT.one(6, "asInt", FieldType.SFIXED64);
    NUMBER_DATA_POINT.list(7, "attributes", KEY_VALUE);
    NUMBER_DATA_POINT.one(8, "flags", FieldType.UINT32);
  }

  private static void histogramDataPoint() {
    HISTOGRAM_DATA_POINT.one(2, "startTimeUnixNano", FieldType.FIXED64);
    HISTOGRAM_DATA_POINT.one(3, "timeUnixNano", FieldType.FIXED64);
    HISTOGRAM_DATA_POINT.one(4, "count", FieldType.FIXED64);
    HISTOGRAM_DATA_POINT.one(5, "sum", FieldType.DOUBLE);
    HISTOGRAM_DATA_POINT.list(6, "bucketCounts", FieldType.FIXED64);
    HISTOGRAM_DATA_POINT.list(7, "explicitBounds", FieldType.DOUBLE);
    HISTOGRAM_DATA_POINT.list(8, "exemplars", EXEMPLAR);
    HISTOGRAM_DATA_POINT.list(9, "attributes", KEY_VALUE);
    HISTOGRAM_DATA_POINT.one(10, "flags", FieldType.UINT32);
    HISTOGRAM_DATA_POINT.one(11, "min", FieldType.DOUBLE);
    HISTOGRAM_DATA_POINT.one(12, "max", FieldType.DOUBLE);
  }

  private static void exponentialHistogramDataPoint() {
    EXPONENTIAL_HISTOGRAM_DATA_POINT.list(1, "attributes", KEY_VALUE);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(2, "startTimeUnixNano", FieldType.FIXED64);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(3, "timeUnixNano", FieldType.FIXED64);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(4, "count", FieldType.FIXED64);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(5, "sum", FieldType.DOUBLE);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(6, "scale", FieldType.SINT32);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(7, "zeroCount", FieldType.FIXED64);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(8, "positive", BUCKETS);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(9, "negative", BUCKETS);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(10, "flags", FieldType.UINT32);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.list(11, "exemplars", EXEMPLAR);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(12, "min", FieldType.DOUBLE);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(13, "max", FieldType.DOUBLE);
    EXPONENTIAL_HISTOGRAM_DATA_POINT.one(14, "zeroThreshold", FieldType.DOUBLE);
  }

  /**
   * A field by its number.
   *
   * @throws IllegalArgumentException if the message has no such field
   */
  Field field(int number) {
    Field field = fields.get(number);
    if (field == null) {
      throw new IllegalArgumentException(
          "OTLP request: message=" + this + " has no field number=" + number + " here");
    }
    return field;
  }

  /** All fields, by number. */
  Field[] fields() {
    Field[] all = fields.values().toArray(Field[]::new);
    Arrays.sort(all, (one, other) -> Integer.compare(one.number(), other.number()));
    return all;
  }

  private void one(int number, String name, FieldType type) {
    fields.put(number, new Field(number, name, type, false, null));
  }

  private void one(int number, String name, MessageType message) {
    fields.put(number, new Field(number, name, FieldType.MESSAGE, false, message));
  }

  private void list(int number, String name, FieldType type) {
    fields.put(number, new Field(number, name, type, true, null));
  }

  private void list(int number, String name, MessageType message) {
    fields.put(number, new Field(number, name, FieldType.MESSAGE, true, message));
  }
}

package io.numetry.exporter.random;

import io.numetry.schema.CellLayout;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.FixedLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One instrument, as its author thought of it.
 *
 * @param method name of the recording call
 * @param metric name on the wire
 * @param givenName true if the annotation tells the metric's name
 * @param counted true if the call takes how many equal values there are
 * @param values how its values are made up
 */
record InstrumentSpec(
    InstrumentKind kind,
    ValueType type,
    String method,
    String metric,
    boolean givenName,
    String unit,
    String brief,
    List<DimensionSpec> dimensions,
    CellLayout layout,
    boolean counted,
    DetailLevel detail,
    List<String> formerNames,
    ValueStyle values) {

  int combinations() {
    return dimensions.stream()
        .mapToInt(each -> each.type().constants().size())
        .reduce(1, (a, b) -> a * b);
  }

  /** Ordinals of the dimensions' constants, the last dimension fastest. */
  int[] ordinals(int combination) {
    int[] ordinals = new int[dimensions.size()];
    int left = combination;
    for (int i = ordinals.length - 1; i >= 0; i--) {
      int size = dimensions.get(i).type().constants().size();
      ordinals[i] = left % size;
      left /= size;
    }
    return ordinals;
  }

  boolean isRecorded() {
    return detail != DetailLevel.DETAILED;
  }

  String source() {
    String value = type == ValueType.LONG ? "long value" : "double value";
    List<String> parameters =
        new ArrayList<>(dimensions.stream().map(DimensionSpec::source).toList());
    parameters.add(value);
    if (counted) {
      parameters.add("long count");
    }
    return "  @"
        + annotation()
        + "("
        + (givenName ? "name = \"" + metric + "\", " : "")
        + "unit = \""
        + unit
        + "\", brief = \""
        + brief
        + "\""
        + options()
        + ")\n"
        + (detail == DetailLevel.NORMAL ? "" : "  @Detail(DetailLevel." + detail + ")\n")
        + (formerNames.isEmpty()
            ? ""
            : formerNames.stream()
                .collect(Collectors.joining("\", \"", "  @FormerNames({\"", "\"})\n")))
        + "  void "
        + method
        + "("
        + String.join(", ", parameters)
        + ");\n";
  }

  private String annotation() {
    return switch (kind) {
      case COUNTER -> "Counter";
      case UP_DOWN_COUNTER -> "UpDownCounter";
      case OBSERVE_COUNTER -> "ObserveCounter";
      case OBSERVE_UP_DOWN_COUNTER -> "ObserveUpDownCounter";
      case GAUGE -> "Gauge";
      case MMSC -> "Mmsc";
      case EXPONENTIAL_HISTOGRAM -> "Histogram";
      case EXPLICIT_HISTOGRAM -> "ExplicitHistogram";
    };
  }

  private String options() {
    return switch (layout) {
      case FixedLayout fixed -> "";
      case ExponentialLayout exponential ->
          exponential.equals(ExponentialLayout.DEFAULT)
              ? ""
              : ", maxBuckets = "
                  + exponential.maxBuckets()
                  + ", maxScale = "
                  + exponential.maxScale()
                  + ", negatives = "
                  + exponential.negatives();
      case ExplicitLayout explicit ->
          explicit.equals(ExplicitLayout.DEFAULT)
              ? ""
              : Arrays.stream(explicit.boundaries())
                  .mapToObj(Double::toString)
                  .collect(Collectors.joining(", ", ", boundaries = {", "}"));
    };
  }
}

package io.numetry.exporter.testkit;

import com.google.protobuf.ByteString;
import io.numetry.attribute.AttributeArray;
import io.numetry.attribute.AttributeBytes;
import io.numetry.attribute.Attributes;
import io.numetry.schema.Dimension;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Builds with protobuf's own builders what the encoder must produce by hand. */
public final class Oracle {
  private static final int NO_RECORDED_VALUE =
      DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE;

  private final TestMetrics metrics;
  private final Attributes resource;

  /** One point and where it belongs: under which of the instrument's names, 0 being its own. */
  public record Point(
      int set,
      int instrument,
      int name,
      TestMetrics.Series series,
      Attributes combination,
      TestMetrics.Value value) {}

  public Oracle(TestMetrics metrics, Attributes resource) {
    this.metrics = metrics;
    this.resource = resource;
  }

  /** All points in the order in which the encoder takes them: sets and instruments backward. */
  public List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (int s = metrics.sets().size() - 1; s >= 0; s--) {
      for (int i = metrics.sets().get(s).descriptor.instruments().size() - 1; i >= 0; i--) {
        for (int name = instrument(s, i).formerNames().size(); name >= 0; name--) {
          addPoints(s, i, name, points);
        }
      }
    }
    return points;
  }

  private void addPoints(int s, int i, int name, List<Point> points) {
    TestMetrics.TestSet set = metrics.sets().get(s);
    InstrumentDescriptor instrument = instrument(s, i);
    int combinations = instrument.combinations();
    set.values(i)
        .forEach(
            (index, value) ->
                points.add(
                    new Point(
                        s,
                        i,
                        name,
                        set.seriesAt(index / combinations),
                        combination(instrument, index % combinations),
                        value)));
  }

  /** Mixed radix, the last dimension fastest; attributes sorted by key. */
  private static Attributes combination(InstrumentDescriptor instrument, int index) {
    List<Attributes> all = List.of(Attributes.empty());
    for (Dimension dimension : instrument.dimensions()) {
      List<Attributes> longer = new ArrayList<>();
      for (Attributes before : all) {
        for (String value : dimension.values()) {
          longer.add(value.isEmpty() ? before : before.with(Attributes.of(dimension.key(), value)));
        }
      }
      all = longer;
    }
    return all.get(index);
  }

  private InstrumentDescriptor instrument(int set, int index) {
    return metrics.sets().get(set).descriptor.instruments().get(index);
  }

  /** The request with these points, which are in the encoder's order: back to front. */
  public ExportMetricsServiceRequest request(List<Point> points) {
    var scopes = ResourceMetrics.newBuilder().setResource(resource());
    int at = points.size() - 1;
    while (at >= 0) {
      int set = points.get(at).set;
      var scope =
          ScopeMetrics.newBuilder()
              .setScope(
                  InstrumentationScope.newBuilder()
                      .setName(metrics.sets().get(set).descriptor.name()));
      while (at >= 0 && points.get(at).set == set) {
        Point first = points.get(at);
        List<Point> ofMetric = new ArrayList<>();
        for (; at >= 0 && isOfMetric(points.get(at), first); at--) {
          ofMetric.add(points.get(at));
        }
        scope.addMetrics(metric(first, ofMetric));
      }
      scopes.addScopeMetrics(scope);
    }
    return ExportMetricsServiceRequest.newBuilder().addResourceMetrics(scopes).build();
  }

  private static boolean isOfMetric(Point point, Point other) {
    return point.set == other.set
        && point.instrument == other.instrument
        && point.name == other.name;
  }

  /** What the encoder must make of the points if no request may be larger than the limit. */
  public List<ExportMetricsServiceRequest> requests(long maxBytes, List<Point> tooLarge) {
    List<ExportMetricsServiceRequest> requests = new ArrayList<>();
    List<Point> open = new ArrayList<>();
    for (Point point : points()) {
      open.add(point);
      if (request(open).getSerializedSize() > maxBytes) {
        open.removeLast();
        if (!open.isEmpty()) {
          requests.add(request(open));
          open.clear();
        }
        if (request(List.of(point)).getSerializedSize() > maxBytes) {
          tooLarge.add(point);
        } else {
          open.add(point);
        }
      }
    }
    if (!open.isEmpty()) {
      requests.add(request(open));
    }
    return requests;
  }

  private Metric metric(Point first, List<Point> points) {
    InstrumentDescriptor instrument = instrument(first.set, first.instrument);
    var metric =
        Metric.newBuilder()
            .setName(
                first.name == 0 ? instrument.name() : instrument.formerNames().get(first.name - 1))
            .setDescription(instrument.brief())
            .setUnit(instrument.unit());
    AggregationTemporality temporality =
        metrics.temporality(instrument.kind()) == Temporality.DELTA
            ? AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA
            : AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
    switch (instrument.kind()) {
      case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER -> {
        var sum =
            Sum.newBuilder()
                .setAggregationTemporality(temporality)
                .setIsMonotonic(
                    instrument.kind() == InstrumentKind.COUNTER
                        || instrument.kind() == InstrumentKind.OBSERVE_COUNTER);
        points.forEach(point -> sum.addDataPoints(number(instrument, point)));
        metric.setSum(sum);
      }
      case GAUGE -> {
        var gauge = Gauge.newBuilder();
        points.forEach(point -> gauge.addDataPoints(number(instrument, point)));
        metric.setGauge(gauge);
      }
      case MMSC, EXPLICIT_HISTOGRAM -> {
        var histogram = Histogram.newBuilder().setAggregationTemporality(temporality);
        points.forEach(point -> histogram.addDataPoints(histogram(instrument, point)));
        metric.setHistogram(histogram);
      }
      case EXPONENTIAL_HISTOGRAM -> {
        var histogram = ExponentialHistogram.newBuilder().setAggregationTemporality(temporality);
        points.forEach(point -> histogram.addDataPoints(exponential(instrument, point)));
        metric.setExponentialHistogram(histogram);
      }
    }
    return metric.build();
  }

  private NumberDataPoint number(InstrumentDescriptor instrument, Point point) {
    var number =
        NumberDataPoint.newBuilder()
            .setTimeUnixNano(metrics.window().endUnixNanos())
            .addAllAttributes(attributes(point));
    if (instrument.kind() != InstrumentKind.GAUGE) {
      number.setStartTimeUnixNano(start(instrument, point));
    }
    if (point.series.isStale()) {
      number.setFlags(NO_RECORDED_VALUE);
    } else if (instrument.valueType() == ValueType.LONG) {
      number.setAsInt(point.value.bits);
    } else {
      number.setAsDouble(Double.longBitsToDouble(point.value.bits));
    }
    return number.build();
  }

  private HistogramDataPoint histogram(InstrumentDescriptor instrument, Point point) {
    var histogram =
        HistogramDataPoint.newBuilder()
            .setStartTimeUnixNano(start(instrument, point))
            .setTimeUnixNano(metrics.window().endUnixNanos())
            .addAllAttributes(attributes(point));
    if (point.series.isStale()) {
      histogram.setFlags(NO_RECORDED_VALUE).setSum(0); // Prometheus ends what is named here only
      if (instrument.layout() instanceof ExplicitLayout layout) {
        Arrays.stream(layout.boundaries()).forEach(histogram::addExplicitBounds);
        histogram.addAllBucketCounts(Collections.nCopies(layout.buckets(), 0L));
      }
      return histogram.build();
    }
    histogram.setCount(point.value.count());
    if (point.value.count() > 0) {
      histogram.setMin(point.value.min()).setMax(point.value.max());
    }
    if (hasSum(point)) {
      histogram.setSum(point.value.sum);
    }
    if (instrument.layout() instanceof ExplicitLayout layout) {
      long[] counts = new long[layout.boundaries().length + 1];
      for (TestMetrics.Recorded each : point.value.recorded) {
        int bucket =
            (int) Arrays.stream(layout.boundaries()).filter(limit -> limit < each.value()).count();
        counts[bucket] += each.times();
      }
      Arrays.stream(counts).forEach(histogram::addBucketCounts);
      Arrays.stream(layout.boundaries()).forEach(histogram::addExplicitBounds);
    }
    return histogram.build();
  }

  private ExponentialHistogramDataPoint exponential(InstrumentDescriptor instrument, Point point) {
    var histogram =
        ExponentialHistogramDataPoint.newBuilder()
            .setStartTimeUnixNano(start(instrument, point))
            .setTimeUnixNano(metrics.window().endUnixNanos())
            .addAllAttributes(attributes(point));
    if (point.series.isStale()) {
      return histogram.setFlags(NO_RECORDED_VALUE).build();
    }
    histogram.setCount(point.value.count());
    if (point.value.count() > 0) {
      histogram.setMin(point.value.min()).setMax(point.value.max());
    }
    if (hasSum(point)) {
      histogram.setSum(point.value.sum);
    }
    new ExponentialModel((ExponentialLayout) instrument.layout(), point.value.recorded)
        .addTo(histogram);
    return histogram.build();
  }

  private static boolean hasSum(Point point) {
    return point.value.count() == 0 || point.value.min() >= 0;
  }

  private long start(InstrumentDescriptor instrument, Point point) {
    long end = metrics.window().endUnixNanos();
    return metrics.temporality(instrument.kind()) == Temporality.DELTA
        ? metrics.window().startUnixNanos()
        : Math.min(point.series.start, end);
  }

  private static List<KeyValue> attributes(Point point) {
    List<KeyValue> all = new ArrayList<>(attributes(point.series.attributes));
    all.addAll(attributes(point.combination));
    return all;
  }

  private Resource resource() {
    return Resource.newBuilder().addAllAttributes(attributes(resource)).build();
  }

  /** A set of attributes as the wire has it. */
  public static List<KeyValue> attributes(Attributes attributes) {
    List<KeyValue> built = new ArrayList<>();
    attributes.forEach(
        (key, value) ->
            built.add(KeyValue.newBuilder().setKey(key).setValue(anyValue(value)).build()));
    return built;
  }

  private static AnyValue anyValue(Object value) {
    var any = AnyValue.newBuilder();
    return switch (value) {
      case String text -> any.setStringValue(text).build();
      case Boolean truth -> any.setBoolValue(truth).build();
      case Long number -> any.setIntValue(number).build();
      case Double number -> any.setDoubleValue(number).build();
      case AttributeArray array -> {
        var elements = ArrayValue.newBuilder();
        array.elements().forEach(element -> elements.addValues(anyValue(element)));
        yield any.setArrayValue(elements).build();
      }
      case AttributeBytes bytes ->
          any.setBytesValue(ByteString.copyFrom(bytes.toByteArray())).build();
      case Attributes map ->
          any.setKvlistValue(KeyValueList.newBuilder().addAllValues(attributes(map))).build();
      default -> throw new AssertionError("type " + value.getClass());
    };
  }
}

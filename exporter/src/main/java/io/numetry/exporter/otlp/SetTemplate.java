package io.numetry.exporter.otlp;

import io.numetry.export.NodeContext;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;
import java.util.EnumMap;
import java.util.Map;

/** What is constant for one metric set: its scope, its columns, its series' attributes. */
final class SetTemplate implements AutoCloseable {
  /** The scope field of ScopeMetrics, encoded. */
  final long scopeAddress;

  final int scopeBytes;

  /** Attributes under the tag that points of a shape have. */
  private final Map<PointShape, SeriesTemplates> series = new EnumMap<>(PointShape.class);

  private final ColumnTemplate[] columns;

  /**
   * @param buckets shared by all exponential histograms
   */
  SetTemplate(
      NodeContext node,
      ConstantMemory constants,
      SetWindow set,
      RequestWriter request,
      ExponentialBuckets buckets) {
    ConstantMessage scope =
        new ConstantMessage()
            .message(
                OtlpFields.SCOPE_METRICS_SCOPE,
                new ConstantMessage().string(OtlpFields.SCOPE_NAME, set.descriptor().name()));
    scopeAddress = constants.put(scope);
    scopeBytes = scope.size();
    for (PointShape shape : PointShape.values()) {
      // Takes memory only when a series is asked for.
      series.put(shape, new SeriesTemplates(node, set.series(), shape.attributesTag));
    }
    columns = new ColumnTemplate[set.columnCount()];
    for (int i = 0; i < columns.length; i++) {
      Column column = set.column(i);
      columns[i] =
          new ColumnTemplate(column, points(set, column, request, buckets, constants), constants);
    }
  }

  /** Encodes what is present in the set, the last column first. */
  void encode(RequestWriter request, long windowStart, long time) {
    request.openSet(this);
    for (int i = columns.length - 1; i >= 0; i--) {
      columns[i].encode(request, windowStart, time);
    }
    request.closeSet();
  }

  @Override
  public void close() {
    series.values().forEach(SeriesTemplates::close);
  }

  private ColumnPoints points(
      SetWindow set,
      Column column,
      RequestWriter request,
      ExponentialBuckets buckets,
      ConstantMemory constants) {
    PointShape shape = PointShape.of(column.instrument().kind());
    var attributes = new PointAttributes(column, series.get(shape), shape.attributesTag, constants);
    return switch (shape) {
      case NUMBER -> new NumberPoints(set, column, attributes, request);
      case HISTOGRAM -> new HistogramPoints(set, column, attributes, request, constants);
      case EXPONENTIAL -> new ExponentialPoints(set, column, attributes, request, buckets);
    };
  }
}

package io.numetry.exporter.otlp;

import io.numetry.export.NodeContext;
import io.numetry.window.Column;
import io.numetry.window.SetWindow;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What is constant for one metric set: its scope, its columns, its series' attributes. */
final class SetTemplate implements AutoCloseable {
  /** The scope field of ScopeMetrics, encoded. */
  final long scopeAddress;

  final int scopeBytes;

  /** Attributes under the tag that points of a shape have. */
  private final Map<PointShape, SeriesTemplates> series = new EnumMap<>(PointShape.class);

  /** By the value's tag, and whether there is a start. */
  private final Map<ImageKind, PointImages> images = new HashMap<>();

  private final ColumnTemplate[] columns;

  private record ImageKind(byte valueTag, boolean hasStart) {}

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
      ColumnPoints points = points(node, set, column, request, buckets, constants);
      columns[i] = new ColumnTemplate(column, points, constants);
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
    images.values().forEach(PointImages::close);
  }

  private ColumnPoints points(
      NodeContext node,
      SetWindow set,
      Column column,
      RequestWriter request,
      ExponentialBuckets buckets,
      ConstantMemory constants) {
    PointShape shape = PointShape.of(column.instrument().kind());
    var attributes = new PointAttributes(column, series.get(shape), shape.attributesTag, constants);
    return switch (shape) {
      case NUMBER ->
          column.instrument().dimensions().isEmpty()
              ? new NumberPoints(set, column, attributes, request, images(node, set, column))
              : new DimensionedNumberPoints(set, column, attributes, request);
      case HISTOGRAM -> new HistogramPoints(set, column, attributes, request, constants);
      case EXPONENTIAL -> new ExponentialPoints(set, column, attributes, request, buckets);
    };
  }

  private PointImages images(NodeContext node, SetWindow set, Column column) {
    var kind =
        new ImageKind(
            OtlpFields.valueTag(column.instrument().valueType()),
            column.instrument().kind().hasTemporality());
    return images.computeIfAbsent(
        kind, k -> new PointImages(node, set.series(), k.valueTag, k.hasStart));
  }
}

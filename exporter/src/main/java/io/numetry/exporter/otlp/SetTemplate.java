package io.numetry.exporter.otlp;

import io.numetry.export.NodeContext;
import io.numetry.window.SetWindow;

/** What is constant for one metric set: its scope, its metrics, its series' attributes. */
final class SetTemplate implements AutoCloseable {
  /** The scope field of ScopeMetrics, encoded. */
  final long scopeAddress;

  final int scopeBytes;

  /** Attributes under the tag that number points have. */
  final SeriesTemplates numberAttributes;

  /** Attributes under the tag that histogram points have. */
  final SeriesTemplates histogramAttributes;

  private final MetricTemplate[] metrics;

  SetTemplate(NodeContext node, ConstantMemory constants, SetWindow set) {
    ConstantMessage scope =
        new ConstantMessage()
            .message(
                OtlpFields.SCOPE_METRICS_SCOPE,
                new ConstantMessage().string(OtlpFields.SCOPE_NAME, set.descriptor().name()));
    scopeAddress = constants.put(scope);
    scopeBytes = scope.size();
    // Both take memory only when a series is asked for.
    numberAttributes = new SeriesTemplates(node, set.series(), OtlpFields.NUMBER_POINT_ATTRIBUTES);
    histogramAttributes =
        new SeriesTemplates(node, set.series(), OtlpFields.HISTOGRAM_POINT_ATTRIBUTES);
    metrics = new MetricTemplate[set.columnCount()];
    for (int i = 0; i < metrics.length; i++) {
      metrics[i] = new MetricTemplate(set.column(i), constants);
    }
  }

  MetricTemplate metric(int column) {
    return metrics[column];
  }

  @Override
  public void close() {
    numberAttributes.close();
    histogramAttributes.close();
  }
}

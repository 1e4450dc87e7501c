package io.numetry.exporter.console;

import io.numetry.attribute.Attributes;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.schema.ValueType;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.PointValue;

/** Points made by hand. */
final class Points {
  /** 2023-11-14T22:13:20Z. */
  static final long TIME = 1_700_000_000_000_000_000L;

  private Points() {}

  /** A point of node 0. */
  static MetricPoint of(String metric, Attributes attributes, String unit, PointValue value) {
    String set = metric.substring(0, metric.lastIndexOf('.'));
    InstrumentKind kind =
        switch (value) {
          case PointValue.Summary _ -> InstrumentKind.MMSC;
          case PointValue.Buckets _, PointValue.ExponentialBuckets _ ->
              InstrumentKind.EXPONENTIAL_HISTOGRAM;
          default -> InstrumentKind.GAUGE;
        };
    var descriptor =
        MetricSetDescriptor.builder(set, "")
            .instrument(kind, ValueType.DOUBLE, metric, unit, "")
            .build();
    return new MetricPoint(
        0,
        set,
        descriptor.instruments().getFirst(),
        Temporality.CUMULATIVE,
        attributes,
        TIME,
        TIME,
        value);
  }
}

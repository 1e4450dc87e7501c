package io.numetry.exporter.otlp;

import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.Temporality;
import io.numetry.window.Column;

/** What is constant in a Metric message, for one column and name: everything but its points. */
final class MetricTemplate {
  /** Name, description and unit, encoded. */
  final long headerAddress;

  final int headerBytes;

  /** Tag of the Gauge, Sum or Histogram in the Metric. */
  final byte dataTag;

  /** Value of the aggregation temporality, or 0 for a gauge, which has none. */
  private final byte temporality;

  private final boolean monotonic;

  /**
   * @param name the instrument's, or one of its former names
   */
  MetricTemplate(Column column, String name, ConstantMemory constants) {
    InstrumentDescriptor instrument = column.instrument();
    ConstantMessage header =
        new ConstantMessage()
            .string(OtlpFields.METRIC_NAME, name)
            .string(OtlpFields.METRIC_DESCRIPTION, instrument.brief())
            .string(OtlpFields.METRIC_UNIT, instrument.unit());
    headerAddress = constants.put(header);
    headerBytes = header.size();
    dataTag =
        switch (instrument.kind()) {
          case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER ->
              OtlpFields.METRIC_SUM;
          case GAUGE -> OtlpFields.METRIC_GAUGE;
          case MMSC, EXPLICIT_HISTOGRAM -> OtlpFields.METRIC_HISTOGRAM;
          case EXPONENTIAL_HISTOGRAM -> OtlpFields.METRIC_EXPONENTIAL_HISTOGRAM;
        };
    temporality =
        !instrument.kind().hasTemporality()
            ? 0
            : column.temporality() == Temporality.DELTA
                ? OtlpFields.TEMPORALITY_DELTA
                : OtlpFields.TEMPORALITY_CUMULATIVE;
    monotonic = instrument.kind().isMonotonic();
  }

  /** Bytes that follow the points. */
  int trailerBytes() {
    return (temporality == 0 ? 0 : 2) + (monotonic ? 2 : 0);
  }

  /** Writes the fields that follow the points, so before the points, as all goes backward. */
  void writeTrailer(BackwardWriter out) {
    if (monotonic) {
      out.writeByte((byte) 1);
      out.writeByte(OtlpFields.SUM_IS_MONOTONIC);
    }
    if (temporality != 0) {
      out.writeByte(temporality);
      out.writeByte(OtlpFields.AGGREGATION_TEMPORALITY);
    }
  }
}

package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.names}: Names. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class NameMetricsSet extends RecordingSet implements NameMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.names", "Names.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.names.http_requests",
              "{thing}",
              "An acronym first.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.names.bytes_io",
              "{thing}",
              "An acronym last.")
          .instrument(
              InstrumentKind.MMSC, ValueType.DOUBLE, "gateway.names.p99_latency", "s", "A digit.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.names.descriptor",
              "{thing}",
              "A constant that the class has, too.")
          .instrument(
              InstrumentKind.GAUGE, ValueType.LONG, "gateway.names.type", "1", "Another one.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "gateway.names.theta",
              "1",
              "A parameter that is called like an offset.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "other.place",
              "1",
              "A name given, out of the set's.")
          .instrument(
              InstrumentKind.GAUGE, ValueType.LONG, "gateway.names.cafe", "1", "Beyond ASCII.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<NameMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, NameMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int HTTP_REQUESTS_CELL = 0;
  private static final int BYTES_IO_CELL = 8;
  private static final int P99_LATENCY_CELL = 16;
  private static final int DESCRIPTOR_CELL = 48;
  private static final int TYPE_CELL = 56;
  private static final int THETA_CELL = 64;
  private static final int MOVED_CELL = 72;
  private static final int CAFÉ_CELL = 80;
  private static final int CELLS_END = 88;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        HTTP_REQUESTS_CELL,
        BYTES_IO_CELL,
        P99_LATENCY_CELL,
        DESCRIPTOR_CELL,
        TYPE_CELL,
        THETA_CELL,
        MOVED_CELL,
        CAFÉ_CELL,
        CELLS_END);
  }

  private NameMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addHTTPRequests(long requests) {
    if (NORMAL) {
      addMonotonic(HTTP_REQUESTS_CELL, requests);
    }
  }

  @Override
  public void addBytesIO(long bytes) {
    if (NORMAL) {
      addMonotonic(BYTES_IO_CELL, bytes);
    }
  }

  @Override
  public void recordP99Latency(double seconds) {
    if (NORMAL) {
      record(P99_LATENCY_CELL, seconds);
    }
  }

  @Override
  public void addDescriptor(long descriptors) {
    if (NORMAL) {
      addMonotonic(DESCRIPTOR_CELL, descriptors);
    }
  }

  @Override
  public void setType(long type) {
    if (NORMAL) {
      set(TYPE_CELL, type);
    }
  }

  @Override
  public void setTheta(long value) {
    if (NORMAL) {
      set(THETA_CELL, value);
    }
  }

  @Override
  public void setMoved(long value) {
    if (NORMAL) {
      set(MOVED_CELL, value);
    }
  }

  @Override
  public void setCafé(long cups) {
    if (NORMAL) {
      set(CAFÉ_CELL, cups);
    }
  }
}

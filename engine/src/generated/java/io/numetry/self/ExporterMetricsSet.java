package io.numetry.self;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code numetry.exporter}: Delivery of frames to a destination. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ExporterMetricsSet extends RecordingSet implements ExporterMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("numetry.exporter", "Delivery of frames to a destination.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.exporter.requests",
              "{request}",
              "Requests sent, retries among them.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.exporter.request_size",
              "By",
              "Bytes of the requests' bodies.")
          .instrument(
              InstrumentKind.MMSC,
              ValueType.DOUBLE,
              "numetry.exporter.request_duration",
              "s",
              "Time from sending a request to its answer or failure.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.exporter.retries",
              "{request}",
              "Requests that failed and are sent again.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.exporter.points_accepted",
              "{point}",
              "Points that the destination accepted.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.exporter.points_rejected",
              "{point}",
              "Points that the destination rejected in part of a request.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "numetry.exporter.points_dropped",
              "{point}",
              "Points given up: refused for good, or left at the end.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "numetry.exporter.frames_waiting",
              "{frame}",
              "Frames waiting for delivery.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<ExporterMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, ExporterMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int REQUESTS_CELL = 0;
  private static final int REQUEST_BYTES_CELL = 8;
  private static final int REQUEST_DURATION_CELL = 16;
  private static final int RETRIES_CELL = 48;
  private static final int POINTS_ACCEPTED_CELL = 56;
  private static final int POINTS_REJECTED_CELL = 64;
  private static final int POINTS_DROPPED_CELL = 72;
  private static final int FRAMES_WAITING_CELL = 80;
  private static final int CELLS_END = 88;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        REQUESTS_CELL,
        REQUEST_BYTES_CELL,
        REQUEST_DURATION_CELL,
        RETRIES_CELL,
        POINTS_ACCEPTED_CELL,
        POINTS_REJECTED_CELL,
        POINTS_DROPPED_CELL,
        FRAMES_WAITING_CELL,
        CELLS_END);
  }

  private ExporterMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addRequests(long requests) {
    if (NORMAL) {
      addMonotonic(REQUESTS_CELL, requests);
    }
  }

  @Override
  public void addRequestBytes(long bytes) {
    if (NORMAL) {
      addMonotonic(REQUEST_BYTES_CELL, bytes);
    }
  }

  @Override
  public void recordRequestDuration(double seconds) {
    if (NORMAL) {
      record(REQUEST_DURATION_CELL, seconds);
    }
  }

  @Override
  public void addRetries(long requests) {
    if (NORMAL) {
      addMonotonic(RETRIES_CELL, requests);
    }
  }

  @Override
  public void addPointsAccepted(long points) {
    if (NORMAL) {
      addMonotonic(POINTS_ACCEPTED_CELL, points);
    }
  }

  @Override
  public void addPointsRejected(long points) {
    if (NORMAL) {
      addMonotonic(POINTS_REJECTED_CELL, points);
    }
  }

  @Override
  public void addPointsDropped(long points) {
    if (NORMAL) {
      addMonotonic(POINTS_DROPPED_CELL, points);
    }
  }

  @Override
  public void setFramesWaiting(long frames) {
    if (NORMAL) {
      set(FRAMES_WAITING_CELL, frames);
    }
  }
}

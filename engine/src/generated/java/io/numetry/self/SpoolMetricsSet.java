package io.numetry.self;

import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.AttributeType;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.EnumConstants;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code numetry.exporter.spool}: Requests on disk that wait for their destination. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class SpoolMetricsSet extends RecordingSet implements SpoolMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder(
              "numetry.exporter.spool", "Requests on disk that wait for their destination.")
          .entityAttribute("otel.component.name", AttributeType.STRING)
          .entityAttribute("otel.component.type", AttributeType.STRING)
          .entityAttribute("server.address", AttributeType.STRING)
          .entityAttribute("server.port", AttributeType.LONG)
          .instrument(
              InstrumentKind.OBSERVE_UP_DOWN_COUNTER,
              ValueType.LONG,
              "numetry.exporter.spool.size",
              "By",
              "Bytes of all files of the spool.")
          .instrument(
              InstrumentKind.OBSERVE_UP_DOWN_COUNTER,
              ValueType.LONG,
              "numetry.exporter.spool.frames",
              "{frame}",
              "Requests on disk.")
          .instrument(
              InstrumentKind.OBSERVE_UP_DOWN_COUNTER,
              ValueType.LONG,
              "numetry.exporter.spool.points",
              "{data_point}",
              "Points on disk: so many of those in flight.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.DOUBLE,
              "numetry.exporter.spool.oldest_age",
              "s",
              "Time since the oldest request on disk was collected.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.exporter.spool.appended",
              "{frame}",
              "Requests put on disk.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.exporter.spool.replayed",
              "{frame}",
              "Requests taken off the disk because their destination accepted or refused them.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.exporter.spool.dropped",
              "{frame}",
              "Requests on disk that were given up.")
          .dimension("error.type", "spool_full", "spool_expired", "disk_full", "spool_corrupt")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.LONG,
              "numetry.exporter.spool.errors",
              "{error}",
              "Calls of the system for the spool that failed.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<SpoolMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, SpoolMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int SIZE_CELL = 0;
  private static final int FRAMES_CELL = 8;
  private static final int POINTS_CELL = 16;
  private static final int OLDEST_AGE_CELL = 24;
  private static final int APPENDED_CELL = 32;
  private static final int REPLAYED_CELL = 40;
  private static final int DROPPED_CELL = 48;
  private static final int ERRORS_CELL = 80;
  private static final int CELLS_END = 88;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        SIZE_CELL,
        FRAMES_CELL,
        POINTS_CELL,
        OLDEST_AGE_CELL,
        APPENDED_CELL,
        REPLAYED_CELL,
        DROPPED_CELL,
        ERRORS_CELL,
        CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(
        DESCRIPTOR.name(),
        SpoolError.class,
        "SPOOL_FULL",
        "SPOOL_EXPIRED",
        "DISK_FULL",
        "SPOOL_CORRUPT");
  }

  private SpoolMetricsSet(SlotHandle handle) {
    super(handle);
  }

  /** Registers the set with the attributes that each of its points has; the core's owner only. */
  public static SpoolMetricsSet register(TelemetryCore core, Component entity1, Server entity2) {
    Attributes.Builder attributes = Attributes.builder();
    ComponentAttributes.put(entity1, attributes);
    ServerAttributes.put(entity2, attributes);
    return core.register(TYPE, attributes.build());
  }

  @Override
  public void observeSize(long size) {
    if (NORMAL) {
      set(SIZE_CELL, size);
    }
  }

  @Override
  public void observeFrames(long frames) {
    if (NORMAL) {
      set(FRAMES_CELL, frames);
    }
  }

  @Override
  public void observePoints(long points) {
    if (NORMAL) {
      set(POINTS_CELL, points);
    }
  }

  @Override
  public void setOldestAge(double seconds) {
    if (NORMAL) {
      set(OLDEST_AGE_CELL, seconds);
    }
  }

  @Override
  public void observeAppended(long frames) {
    if (NORMAL) {
      observeMonotonic(APPENDED_CELL, frames);
    }
  }

  @Override
  public void observeReplayed(long frames) {
    if (NORMAL) {
      observeMonotonic(REPLAYED_CELL, frames);
    }
  }

  @Override
  public void observeDropped(SpoolError error, long frames) {
    if (NORMAL && isGiven("error.type", error)) {
      observeMonotonic(DROPPED_CELL + 8 * error.ordinal(), frames);
    }
  }

  @Override
  public void observeErrors(long errors) {
    if (NORMAL) {
      observeMonotonic(ERRORS_CELL, errors);
    }
  }
}

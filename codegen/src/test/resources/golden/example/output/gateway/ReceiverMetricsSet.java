package gateway;

import io.numetry.attribute.Attributes;
import io.numetry.attribute.ErrorType;
import io.numetry.attribute.Outcome;
import io.numetry.core.TelemetryCore;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.AttributeType;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.EnumConstants;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.StabilityLevel;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.receiver}: Frames taken off a ring by a receiver. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ReceiverMetricsSet extends RecordingSet implements ReceiverMetrics {
  private static final ExponentialLayout SKEW_LAYOUT = new ExponentialLayout(40, 4, true);

  private static final ExplicitLayout BATCH_LAYOUT =
      new ExplicitLayout(new double[] {1, 2, 4, 8, 16});

  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.receiver", "Frames taken off a ring by a receiver.")
          .entityAttribute("gateway.receiver.name", AttributeType.STRING)
          .entityAttribute("gateway.receiver.encrypted", AttributeType.BOOLEAN)
          .entityAttribute("gateway.receiver.priority", AttributeType.LONG)
          .entityAttribute("gateway.receiver.port", AttributeType.LONG)
          .entityAttribute("gateway.receiver.weight", AttributeType.DOUBLE)
          .entityAttribute("gateway.receiver.role", AttributeType.STRING)
          .entityAttribute("gateway.venue", AttributeType.STRING)
          .entityAttribute("gateway.place.region", AttributeType.STRING)
          .entityAttribute("gateway.place.floor", AttributeType.LONG)
          .entityAttribute("gateway.receiver.peers", AttributeType.STRING_ARRAY)
          .entityAttribute("gateway.receiver.lights", AttributeType.BOOLEAN_ARRAY)
          .entityAttribute("gateway.receiver.cpus", AttributeType.LONG_ARRAY)
          .entityAttribute("gateway.receiver.limits", AttributeType.LONG_ARRAY)
          .entityAttribute("gateway.receiver.shares", AttributeType.DOUBLE_ARRAY)
          .entityAttribute("gateway.receiver.digest", AttributeType.BYTES)
          .entityAttribute("gateway.receiver.labels", AttributeType.MAP)
          .itemAttribute("gateway.lane.number", AttributeType.LONG)
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.receiver.frames",
              "{frame}",
              "Frames taken off the ring.")
          .dimension("gateway.frame.type", "order", "quote", "heart-beat", "")
          .dimension("outcome", "success", "failure", "refused")
          .stability(StabilityLevel.STABLE)
          .detail(DetailLevel.BASIC)
          .formerNames("gateway.received", "gateway.receiver.old_frames")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.receiver.failures",
              "{frame}",
              "Frames that were not understood.")
          .dimension(
              "error.type",
              "timeout",
              "cancelled",
              "connection",
              "authentication",
              "rate_limit",
              "invalid_request",
              "unavailable",
              "resource_exhausted",
              "io",
              "_OTHER")
          .stability(StabilityLevel.BETA)
          .detail(DetailLevel.BASIC)
          .instrument(
              InstrumentKind.UP_DOWN_COUNTER,
              ValueType.LONG,
              "gateway.receiver.in_flight",
              "{frame}",
              "Frames taken and not done yet.")
          .dimension("gateway.frame.priority", "order", "quote", "heart-beat", "")
          .stability(StabilityLevel.BETA)
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              ValueType.DOUBLE,
              "gateway.receiver.busy_time",
              "s",
              "Time of the processor that the receiver took.")
          .stability(StabilityLevel.BETA)
          .instrument(
              InstrumentKind.OBSERVE_UP_DOWN_COUNTER,
              ValueType.LONG,
              "gateway.receiver.buffers",
              "By",
              "Memory of the receiver's buffers.")
          .stability(StabilityLevel.BETA)
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.DOUBLE,
              "gateway.receiver.fill",
              "1",
              "Share of the ring that is in use.")
          .stability(StabilityLevel.BETA)
          .instrument(
              InstrumentKind.MMSC,
              ValueType.LONG,
              "gateway.receiver.size",
              "By",
              "Sizes of frames.")
          .dimension("gateway.frame.type", "order", "quote", "heart-beat", "")
          .stability(StabilityLevel.BETA)
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM,
              ValueType.DOUBLE,
              "gateway.receiver.latency",
              "s",
              "Time from the ring to the answer.")
          .dimension("outcome", "success", "failure", "refused")
          .stability(StabilityLevel.BETA)
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM,
              ValueType.DOUBLE,
              "gateway.receiver.skew",
              "s",
              "Sender's clock less ours.")
          .layout(SKEW_LAYOUT)
          .stability(StabilityLevel.BETA)
          .detail(DetailLevel.DETAILED)
          .instrument(
              InstrumentKind.EXPLICIT_HISTOGRAM,
              ValueType.LONG,
              "gateway.receiver.batch",
              "{frame}",
              "Frames taken at a time.")
          .layout(BATCH_LAYOUT)
          .stability(StabilityLevel.BETA)
          .instrument(
              InstrumentKind.EXPLICIT_HISTOGRAM,
              ValueType.LONG,
              "gateway.queue.length",
              "{frame}",
              "Frames that waited, when it was looked.")
          .stability(StabilityLevel.BETA)
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.receiver.traffic",
              "By",
              "Bytes of the frames.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<ReceiverMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, ReceiverMetricsSet::new);

  private static final boolean BASIC = DetailLevel.BASIC.isRecorded();
  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final boolean DETAILED = DetailLevel.DETAILED.isRecorded();
  private static final int FRAMES_CELL = 0;
  private static final int FAILURES_CELL = 96;
  private static final int IN_FLIGHT_CELL = 176;
  private static final int BUSY_TIME_CELL = 208;
  private static final int BUFFERS_CELL = 216;
  private static final int FILL_CELL = 224;
  private static final int SIZE_CELL = 232;
  private static final int LATENCY_CELL = 360;
  private static final int SKEW_CELL = 4416;
  private static final int BATCH_CELL = 5128;
  private static final int QUEUE_CELL = 5208;
  private static final int TRAFFIC_CELL = 5368;
  private static final int CELLS_END = 5376;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        FRAMES_CELL,
        FAILURES_CELL,
        IN_FLIGHT_CELL,
        BUSY_TIME_CELL,
        BUFFERS_CELL,
        FILL_CELL,
        SIZE_CELL,
        LATENCY_CELL,
        SKEW_CELL,
        BATCH_CELL,
        QUEUE_CELL,
        TRAFFIC_CELL,
        CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(
        DESCRIPTOR.name(),
        ReceiverMetrics.FrameType.class,
        "ORDER",
        "QUOTE",
        "HEART_BEAT",
        "UNKNOWN");
    EnumConstants.require(DESCRIPTOR.name(), Outcome.class, "SUCCESS", "FAILURE", "REFUSED");
    EnumConstants.require(
        DESCRIPTOR.name(),
        ErrorType.class,
        "TIMEOUT",
        "CANCELLED",
        "CONNECTION",
        "AUTHENTICATION",
        "RATE_LIMIT",
        "INVALID_REQUEST",
        "UNAVAILABLE",
        "RESOURCE_EXHAUSTED",
        "IO",
        "OTHER");
  }

  private ReceiverMetricsSet(SlotHandle handle) {
    super(handle);
  }

  /** Registers the set with the attributes that each of its points has; the core's owner only. */
  public static ReceiverMetricsSet register(TelemetryCore core, Receiver entity, Lane item) {
    Attributes.Builder attributes = Attributes.builder();
    ReceiverAttributes.put(entity, attributes);
    LaneAttributes.put(item, attributes);
    return core.register(TYPE, attributes.build());
  }

  @Override
  public void addFrames(ReceiverMetrics.FrameType type, Outcome outcome, long frames) {
    if (BASIC && isGiven("gateway.frame.type", type) && isGiven("outcome", outcome)) {
      addMonotonic(FRAMES_CELL + 24 * type.ordinal() + 8 * outcome.ordinal(), frames);
    }
  }

  @Override
  public void addFailures(ErrorType error, long frames) {
    if (BASIC && isGiven("error.type", error)) {
      addMonotonic(FAILURES_CELL + 8 * error.ordinal(), frames);
    }
  }

  @Override
  public void addInFlight(ReceiverMetrics.FrameType priority, long change) {
    if (NORMAL && isGiven("gateway.frame.priority", priority)) {
      add(IN_FLIGHT_CELL + 8 * priority.ordinal(), change);
    }
  }

  @Override
  public void observeBusyTime(double total) {
    if (NORMAL) {
      observeMonotonic(BUSY_TIME_CELL, total);
    }
  }

  @Override
  public void observeBuffers(long size) {
    if (NORMAL) {
      set(BUFFERS_CELL, size);
    }
  }

  @Override
  public void setFill(double ratio) {
    if (NORMAL) {
      set(FILL_CELL, ratio);
    }
  }

  @Override
  public void recordSize(ReceiverMetrics.FrameType type, long size, long count) {
    if (NORMAL && isGiven("gateway.frame.type", type)) {
      record(SIZE_CELL + 32 * type.ordinal(), size, count);
    }
  }

  @Override
  public void recordLatency(Outcome outcome, double seconds) {
    if (NORMAL && isGiven("outcome", outcome)) {
      recordExponential(
          LATENCY_CELL + 1352 * outcome.ordinal(), ExponentialLayout.DEFAULT, seconds);
    }
  }

  @Override
  public void recordSkew(double seconds, long count) {
    if (DETAILED) {
      recordExponential(SKEW_CELL, SKEW_LAYOUT, seconds, count);
    }
  }

  @Override
  public void recordBatch(long frames) {
    if (NORMAL) {
      recordExplicit(BATCH_CELL, BATCH_LAYOUT, frames);
    }
  }

  @Override
  public void recordQueue(long frames, long count) {
    if (NORMAL) {
      recordExplicit(QUEUE_CELL, ExplicitLayout.DEFAULT, frames, count);
    }
  }

  @Deprecated
  @Override
  public void addTraffic(long size) {
    if (NORMAL) {
      addMonotonic(TRAFFIC_CELL, size);
    }
  }
}

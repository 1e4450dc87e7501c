package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.receiver}: Frames taken off a ring by a receiver. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class ReceiverMetricsSet extends RecordingSet implements ReceiverMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.receiver", "Frames taken off a ring by a receiver.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.receiver.received",
              "{message}",
              "Messages taken off the ring.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.DOUBLE,
              "gateway.receiver.busy_time",
              "s",
              "Time spent on messages.")
          .instrument(
              InstrumentKind.MMSC,
              ValueType.LONG,
              "gateway.receiver.batch_size",
              "By",
              "Size of a batch.")
          .instrument(
              InstrumentKind.MMSC,
              ValueType.DOUBLE,
              "gateway.receiver.message_age",
              "s",
              "Age of a message when it was taken.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.LONG,
              "gateway.receiver.queue_depth",
              "{message}",
              "Messages in the ring.")
          .instrument(
              InstrumentKind.GAUGE,
              ValueType.DOUBLE,
              "gateway.receiver.fill_ratio",
              "1",
              "Share of the ring that is in use.")
          .instrument(
              InstrumentKind.UP_DOWN_COUNTER,
              ValueType.LONG,
              "gateway.receiver.in_flight",
              "{message}",
              "Messages taken and not done yet.")
          .instrument(
              InstrumentKind.UP_DOWN_COUNTER,
              ValueType.DOUBLE,
              "gateway.receiver.credits",
              "{credit}",
              "Credits left.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<ReceiverMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, ReceiverMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int RECEIVED_CELL = 0;
  private static final int BUSY_TIME_CELL = 8;
  private static final int BATCH_SIZE_CELL = 16;
  private static final int MESSAGE_AGE_CELL = 48;
  private static final int QUEUE_DEPTH_CELL = 80;
  private static final int FILL_RATIO_CELL = 88;
  private static final int IN_FLIGHT_CELL = 96;
  private static final int CREDITS_CELL = 104;
  private static final int CELLS_END = 112;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        RECEIVED_CELL,
        BUSY_TIME_CELL,
        BATCH_SIZE_CELL,
        MESSAGE_AGE_CELL,
        QUEUE_DEPTH_CELL,
        FILL_RATIO_CELL,
        IN_FLIGHT_CELL,
        CREDITS_CELL,
        CELLS_END);
  }

  private ReceiverMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addReceived(long count) {
    if (NORMAL) {
      addMonotonic(RECEIVED_CELL, count);
    }
  }

  @Override
  public void addBusyTime(double seconds) {
    if (NORMAL) {
      addMonotonic(BUSY_TIME_CELL, seconds);
    }
  }

  @Override
  public void recordBatchSize(long bytes) {
    if (NORMAL) {
      record(BATCH_SIZE_CELL, bytes);
    }
  }

  @Override
  public void recordMessageAge(double seconds) {
    if (NORMAL) {
      record(MESSAGE_AGE_CELL, seconds);
    }
  }

  @Override
  public void setQueueDepth(long depth) {
    if (NORMAL) {
      set(QUEUE_DEPTH_CELL, depth);
    }
  }

  @Override
  public void setFillRatio(double ratio) {
    if (NORMAL) {
      set(FILL_RATIO_CELL, ratio);
    }
  }

  @Override
  public void addInFlight(long change) {
    if (NORMAL) {
      add(IN_FLIGHT_CELL, change);
    }
  }

  @Override
  public void addCredits(double change) {
    if (NORMAL) {
      add(CREDITS_CELL, change);
    }
  }
}

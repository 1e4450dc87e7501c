package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.StabilityLevel;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.levels}: Levels of detail and of stability. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class LevelMetricsSet extends RecordingSet implements LevelMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.levels", "Levels of detail and of stability.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.levels.frames",
              "{frame}",
              "As the set says.")
          .stability(StabilityLevel.BETA)
          .detail(DetailLevel.DETAILED)
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.levels.messages",
              "{message}",
              "As the method says.")
          .stability(StabilityLevel.STABLE)
          .detail(DetailLevel.BASIC)
          .formerNames("gateway.old_messages", "gateway.older_messages")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.levels.orders",
              "{order}",
              "What needs no saying.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<LevelMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, LevelMetricsSet::new);

  private static final boolean BASIC = DetailLevel.BASIC.isRecorded();
  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final boolean DETAILED = DetailLevel.DETAILED.isRecorded();
  private static final int FRAMES_CELL = 0;
  private static final int MESSAGES_CELL = 8;
  private static final int ORDERS_CELL = 16;
  private static final int CELLS_END = 24;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(FRAMES_CELL, MESSAGES_CELL, ORDERS_CELL, CELLS_END);
  }

  private LevelMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addFrames(long frames) {
    if (DETAILED) {
      addMonotonic(FRAMES_CELL, frames);
    }
  }

  @Override
  public void addMessages(long messages) {
    if (BASIC) {
      addMonotonic(MESSAGES_CELL, messages);
    }
  }

  @Override
  public void addOrders(long orders) {
    if (NORMAL) {
      addMonotonic(ORDERS_CELL, orders);
    }
  }
}

package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.EnumConstants;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Generated;

/** Metric set {@code gateway.dimensions}: Measurements with attributes. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class DimensionMetricsSet extends RecordingSet implements DimensionMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("gateway.dimensions", "Measurements with attributes.")
          .instrument(
              InstrumentKind.COUNTER,
              io.numetry.schema.ValueType.LONG,
              "gateway.dimensions.requests",
              "{request}",
              "Requests done.")
          .dimension("gateway.outcome", "success", "failure", "given-up")
          .dimension("message_type", "order", "quote")
          .instrument(
              InstrumentKind.UP_DOWN_COUNTER,
              io.numetry.schema.ValueType.DOUBLE,
              "gateway.dimensions.begun",
              "{request}",
              "Requests begun.")
          .dimension("gateway.kind", "order", "quote")
          .instrument(
              InstrumentKind.COUNTER,
              io.numetry.schema.ValueType.LONG,
              "gateway.dimensions.other",
              "{other}",
              "One cell in between.")
          .instrument(
              InstrumentKind.OBSERVE_COUNTER,
              io.numetry.schema.ValueType.LONG,
              "gateway.dimensions.read",
              "By",
              "Bytes of the kernel's count.")
          .dimension("gateway.outcome", "success", "failure", "given-up")
          .instrument(
              InstrumentKind.OBSERVE_UP_DOWN_COUNTER,
              io.numetry.schema.ValueType.DOUBLE,
              "gateway.dimensions.pool",
              "By",
              "Memory of the pool.")
          .dimension("gateway.outcome", "success", "failure", "given-up")
          .instrument(
              InstrumentKind.GAUGE,
              io.numetry.schema.ValueType.DOUBLE,
              "gateway.dimensions.level",
              "1",
              "Level.")
          .dimension("gateway.outcome", "success", "failure", "given-up")
          .instrument(
              InstrumentKind.MMSC,
              io.numetry.schema.ValueType.DOUBLE,
              "gateway.dimensions.wait",
              "s",
              "An enum of the JDK.")
          .dimension(
              "unit",
              "nanoseconds",
              "microseconds",
              "milliseconds",
              "seconds",
              "minutes",
              "hours",
              "days")
          .instrument(
              InstrumentKind.EXPONENTIAL_HISTOGRAM,
              io.numetry.schema.ValueType.DOUBLE,
              "gateway.dimensions.time_that_a_request_took",
              "s",
              "Time that a request with many attributes took.")
          .dimension("gateway.request.outcome_of_the_request", "success", "failure", "given-up")
          .dimension("gateway.request.type_of_the_request", "order", "quote")
          .dimension("gateway.request.type_of_the_answer", "order", "quote")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<DimensionMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, DimensionMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int REQUESTS_CELL = 0;
  private static final int BEGUN_CELL = 48;
  private static final int OTHER_CELL = 64;
  private static final int READ_CELL = 72;
  private static final int POOL_CELL = 96;
  private static final int LEVEL_CELL = 120;
  private static final int WAIT_CELL = 144;
  private static final int TIME_THAT_A_REQUEST_TOOK_CELL = 368;
  private static final int CELLS_END = 16592;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        REQUESTS_CELL,
        BEGUN_CELL,
        OTHER_CELL,
        READ_CELL,
        POOL_CELL,
        LEVEL_CELL,
        WAIT_CELL,
        TIME_THAT_A_REQUEST_TOOK_CELL,
        CELLS_END);
    // So are the enums: their ordinals lead to cells.
    EnumConstants.require(DESCRIPTOR.name(), Outcome.class, "SUCCESS", "FAILURE", "GIVEN_UP");
    EnumConstants.require(DESCRIPTOR.name(), DimensionMetrics.ValueType.class, "ORDER", "QUOTE");
    EnumConstants.require(
        DESCRIPTOR.name(),
        TimeUnit.class,
        "NANOSECONDS",
        "MICROSECONDS",
        "MILLISECONDS",
        "SECONDS",
        "MINUTES",
        "HOURS",
        "DAYS");
  }

  private DimensionMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addRequests(Outcome outcome, DimensionMetrics.ValueType messageType, long requests) {
    if (NORMAL && isGiven("gateway.outcome", outcome) && isGiven("message_type", messageType)) {
      addMonotonic(REQUESTS_CELL + 16 * outcome.ordinal() + 8 * messageType.ordinal(), requests);
    }
  }

  @Override
  public void addBegun(DimensionMetrics.ValueType kind, double change) {
    if (NORMAL && isGiven("gateway.kind", kind)) {
      add(BEGUN_CELL + 8 * kind.ordinal(), change);
    }
  }

  @Override
  public void addOther(long others) {
    if (NORMAL) {
      addMonotonic(OTHER_CELL, others);
    }
  }

  @Override
  public void observeRead(Outcome outcome, long total) {
    if (NORMAL && isGiven("gateway.outcome", outcome)) {
      observeMonotonic(READ_CELL + 8 * outcome.ordinal(), total);
    }
  }

  @Override
  public void observePool(Outcome outcome, double size) {
    if (NORMAL && isGiven("gateway.outcome", outcome)) {
      set(POOL_CELL + 8 * outcome.ordinal(), size);
    }
  }

  @Override
  public void setLevel(Outcome attribute, double value) {
    if (NORMAL && isGiven("gateway.outcome", attribute)) {
      set(LEVEL_CELL + 8 * attribute.ordinal(), value);
    }
  }

  @Override
  public void recordWait(TimeUnit unit, double seconds) {
    if (NORMAL && isGiven("unit", unit)) {
      record(WAIT_CELL + 32 * unit.ordinal(), seconds);
    }
  }

  @Override
  public void recordTimeThatARequestTook(
      Outcome outcomeOfTheRequest,
      DimensionMetrics.ValueType typeOfTheRequest,
      DimensionMetrics.ValueType typeOfTheAnswer,
      double seconds,
      long count) {
    if (NORMAL
        && isGiven("gateway.request.outcome_of_the_request", outcomeOfTheRequest)
        && isGiven("gateway.request.type_of_the_request", typeOfTheRequest)
        && isGiven("gateway.request.type_of_the_answer", typeOfTheAnswer)) {
      recordExponential(
          TIME_THAT_A_REQUEST_TOOK_CELL
              + 5408 * outcomeOfTheRequest.ordinal()
              + 2704 * typeOfTheRequest.ordinal()
              + 1352 * typeOfTheAnswer.ordinal(),
          ExponentialLayout.DEFAULT,
          seconds,
          count);
    }
  }
}

package io.numetry.bench.support;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;

/** Metric set {@code bench.requests}: a counter without and one with two enum attributes. */
public final class RequestsSet extends RecordingSet {
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder("bench.requests", "With and without attributes.")
          .instrument(InstrumentKind.COUNTER, ValueType.LONG, "bench.plain", "{request}", "Plain.")
          .instrument(
              InstrumentKind.COUNTER, ValueType.LONG, "bench.requests", "{request}", "Requests.")
          .dimension("outcome", "success", "failure", "refused")
          .dimension("signal", "metrics", "logs", "traces", "profiles")
          .build();
  public static final MetricSetType<RequestsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, RequestsSet::new);

  private static final int PLAIN_CELL = 0;
  private static final int REQUESTS_CELL = 8;

  /** How a request ended. */
  public enum Outcome {
    SUCCESS,
    FAILURE,
    REFUSED
  }

  /** What a request carried. */
  public enum Signal {
    METRICS,
    LOGS,
    TRACES,
    PROFILES
  }

  private RequestsSet(SlotHandle handle) {
    super(handle);
  }

  public void addPlain(long requests) {
    addMonotonic(PLAIN_CELL, requests);
  }

  @SuppressWarnings("EnumOrdinal") // as generated code does
  public void addRequests(Outcome outcome, Signal signal, long requests) {
    if (isGiven("outcome", outcome) && isGiven("signal", signal)) {
      addMonotonic(REQUESTS_CELL + 32 * outcome.ordinal() + 8 * signal.ordinal(), requests);
    }
  }
}

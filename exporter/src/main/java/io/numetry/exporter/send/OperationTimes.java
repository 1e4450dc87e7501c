package io.numetry.exporter.send;

import io.numetry.core.TelemetryCore;
import io.numetry.numa.PlacementException;
import io.numetry.self.ExportError;
import io.numetry.self.OperationMetricsSet;
import io.numetry.self.OperationOutcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long requests took, by how they ended: a metric set for each outcome that has come up, since
 * the status is a number, and attributes of a measurement are texts. The first of an outcome
 * registers a set; those after it allocate nothing.
 *
 * <p>A destination that makes up ever new codes must not fill the core's bank: past a limit, the
 * code is left out, and the error, of which there is a closed list, remains.
 *
 * <p>Threads: the core's owner, between its idle times.
 */
final class OperationTimes {
  static final int MAX_STATUSES = 64;

  private static final System.Logger LOG = System.getLogger(OperationTimes.class.getName());

  private final TelemetryCore core;
  private final SenderIdentity identity;
  private final Map<ExportError, Map<ResponseStatus, OperationMetricsSet>> sets =
      new EnumMap<>(ExportError.class);
  private int statuses;
  private boolean full;

  OperationTimes(TelemetryCore core, SenderIdentity identity) {
    this.core = core;
    this.identity = identity;
  }

  void record(ExportError error, ResponseStatus status, double seconds) {
    Map<ResponseStatus, OperationMetricsSet> ofError =
        sets.computeIfAbsent(error, each -> new HashMap<>());
    boolean isBounded = statuses < MAX_STATUSES || ofError.containsKey(status);
    ResponseStatus told = isBounded ? status : ResponseStatus.NONE;
    OperationMetricsSet set = ofError.get(told);
    if (set == null && !full) {
      set = register(error, told);
      if (set != null) {
        ofError.put(told, set);
        statuses++;
      }
    }
    if (set != null) {
      set.recordDuration(seconds);
    }
  }

  /** Null if the core's bank, or its node, has no room: delivery goes on without the figure. */
  private @Nullable OperationMetricsSet register(ExportError error, ResponseStatus status) {
    var outcome =
        switch (status) {
          case ResponseStatus.Http(int code) -> new OperationOutcome(error, code, null);
          case ResponseStatus.Grpc(String name) -> new OperationOutcome(error, null, name);
          case ResponseStatus.None() -> new OperationOutcome(error, null, null);
        };
    try {
      return OperationMetricsSet.register(core, identity.component(), identity.server(), outcome);
    } catch (IllegalStateException | PlacementException e) {
      full = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "otlp sender: no duration is measured of requests that end with {0}, nor of others that"
              + " have not come up yet: {1}",
          outcome,
          e.getMessage());
      return null;
    }
  }
}

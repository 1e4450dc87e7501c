package io.numetry.bench.chaos.work;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.attribute.Attributes;
import io.numetry.bench.chaos.journal.Tally;
import io.numetry.bench.chaos.journal.TallyField.OfCore;
import io.numetry.bench.chaos.point.Turns;
import io.numetry.core.TelemetryCore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One core's thread: records turn by turn, and tells each before and after. */
final class WorkCore implements Runnable {
  private static final int TURNS_BEFORE_A_REST = 16;
  private static final long REST_NANOS = 200_000;
  private static final int TURNS_A_VISIT = 4096;
  private static final int VISITS = 4;

  private final Telemetry telemetry;
  private final Tally tally;
  private final int number;
  private volatile boolean stopping;
  private volatile @Nullable Throwable failure;

  WorkCore(Telemetry telemetry, Tally tally, int number) {
    this.telemetry = telemetry;
    this.tally = tally;
    this.number = number;
  }

  @Override
  public void run() {
    Attributes attributes = Attributes.builder().put(Turns.CORE, number).build();
    try (TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("work-" + number))) {
      WorkMetricsSet metrics = core.register(WorkMetricsSet.TYPE, attributes);
      @Nullable VisitMetricsSet visit = null;
      for (long turn = 0; !stopping; turn++) {
        if (visit == null || turn % TURNS_A_VISIT == 0) {
          if (visit != null) {
            visit.close();
          }
          long visitor = turn / TURNS_A_VISIT % VISITS;
          visit =
              core.register(
                  VisitMetricsSet.TYPE,
                  attributes.with(Attributes.builder().put("visit", visitor).build()));
        }
        tally.set(number, OfCore.BEGUN, turn + 1);
        record(metrics, visit, turn);
        tally.set(number, OfCore.RECORDED, turn + 1);
        core.poll();
        if (turn % TURNS_BEFORE_A_REST == 0) {
          LockSupport.parkNanos(REST_NANOS);
        }
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  void stop() {
    stopping = true;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  private static void record(WorkMetrics metrics, VisitMetrics visit, long turn) {
    metrics.addTurns(1);
    metrics.addShares(Turns.share(turn));
    metrics.addBalance(Turns.change(turn));
    metrics.setLast(turn);
    metrics.recordResidue(Turns.residue(turn));
    metrics.recordStep(Turns.step(turn));
    metrics.recordWidth(Turns.width(turn));
    visit.addVisited(1);
  }
}

package io.numetry.examples.soak;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.attribute.Attributes;
import io.numetry.attribute.Outcome;
import io.numetry.core.TelemetryCore;
import io.numetry.examples.reconcile.DoubleLast;
import io.numetry.examples.reconcile.DoubleMmsc;
import io.numetry.examples.reconcile.DoublePowers;
import io.numetry.examples.reconcile.DoubleSum;
import io.numetry.examples.reconcile.LongLast;
import io.numetry.examples.reconcile.LongMmsc;
import io.numetry.examples.reconcile.LongPowers;
import io.numetry.examples.reconcile.LongSum;
import io.numetry.examples.reconcile.PerValue;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One pinned core that records without pause, opens and closes sessions all the time, and counts
 * everything a second time in plain fields.
 */
final class SoakCore implements Runnable {
  /** Told apart by core, because a gauge has one writer. */
  static final String CORE = "soak.core";

  /** Without end, and therefore folded where totals are kept. */
  static final String SESSION = "soak.session";

  private static final int OPEN_SESSIONS = 32;
  private static final int TURNS_PER_LOOK = 2_000;

  /**
   * A thousand sessions a second: more than the receiver takes in beside two spinning cores piles
   * up.
   */
  private static final long SESSION_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final int PRIME = 8_191;
  private static final String OUTCOME = "outcome";

  /**
   * Widths are below two to this and three: wide enough that histograms scale down, and not so wide
   * that a long soak's sums of doubles would round.
   */
  private static final int WIDEST_POWER = 16;

  private final Telemetry telemetry;
  private final int number;
  private final int cpu;
  private final LongSum turns = new LongSum();
  private final DoubleSum shares = new DoubleSum();
  private final LongSum openSessions = new LongSum();
  private final DoubleSum balance = new DoubleSum();
  private final LongLast lastTurn = new LongLast();
  private final DoubleLast level = new DoubleLast();
  private final LongMmsc residue = new LongMmsc();
  private final DoubleMmsc levels = new DoubleMmsc();
  private final LongSum messages = new LongSum();
  private final DoubleSum messageShares = new DoubleSum();
  private final LongMmsc size = new LongMmsc();
  private final PerValue<Outcome, LongPowers> width =
      new PerValue<>(OUTCOME, Outcome.class, LongPowers::new);
  private final LongLast turnsMade = new LongLast();
  private final PerValue<Outcome, DoublePowers> sessionWidth =
      new PerValue<>(OUTCOME, Outcome.class, DoublePowers::new);
  private final LongSum moved = new LongSum();
  private final Deque<Session> sessions = new ArrayDeque<>();
  private long sessionsOpened;
  private volatile boolean stopping;
  private volatile @Nullable Throwable failure;

  SoakCore(Telemetry telemetry, int number, int cpu) {
    this.telemetry = telemetry;
    this.number = number;
    this.cpu = cpu;
  }

  @Override
  public void run() {
    try (TelemetryCore core = telemetry.openCore(CoreOptions.pinned(cpu).named("soak-" + number))) {
      EngineMetricsSet engine =
          core.register(EngineMetricsSet.TYPE, Attributes.builder().put(CORE, number).build());
      long nextSessionNanoTime = System.nanoTime();
      for (long turn = 0; !stopping; turn++) {
        record(engine, turn);
        if (turn % TURNS_PER_LOOK == 0 && System.nanoTime() - nextSessionNanoTime >= 0) {
          nextSessionNanoTime = System.nanoTime() + SESSION_NANOS;
          replaceSession(core, engine);
        }
        recordSession(sessions.getFirst(), turn);
        recordSession(sessions.getLast(), turn);
        core.poll();
      }
      while (!sessions.isEmpty()) {
        closeSession(engine);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  /** Any thread: ends the recording. */
  void stop() {
    stopping = true;
  }

  /** What it failed of, if it has; after the thread has ended. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Sessions opened; after the thread has ended. */
  long sessionsOpened() {
    return sessionsOpened;
  }

  /** Writes down what was recorded; after the thread has ended. */
  void into(Recorded recorded) {
    turns.into(recorded, engine("turns"), InstrumentKind.COUNTER);
    shares.into(recorded, engine("shares"), InstrumentKind.COUNTER);
    openSessions.into(recorded, engine("open_sessions"), InstrumentKind.UP_DOWN_COUNTER);
    balance.into(recorded, engine("balance"), InstrumentKind.UP_DOWN_COUNTER);
    lastTurn.into(recorded, engine("last_turn"));
    level.into(recorded, engine("level"));
    residue.into(recorded, engine("residue"));
    levels.into(recorded, engine("levels"));
    messages.into(recorded, session("messages"), InstrumentKind.COUNTER);
    messageShares.into(recorded, session("shares"), InstrumentKind.COUNTER);
    size.into(recorded, session("size"));
    width.forEach(engine("width"), (series, powers) -> powers.into(recorded, series));
    turnsMade.into(recorded, engine("turns_made"), InstrumentKind.COUNTER);
    sessionWidth.forEach(session("width"), (series, powers) -> powers.into(recorded, series));
    moved.into(recorded, session("moved"), InstrumentKind.COUNTER);
  }

  private void record(EngineMetrics metrics, long turn) {
    double eighths = (turn & 7) / 8.0;
    double change = (turn & 1) == 0 ? eighths + 1 : -eighths;
    metrics.addTurns(1);
    turns.add(1);
    metrics.addShares(eighths);
    shares.add(eighths);
    metrics.addBalance(change);
    balance.add(change);
    metrics.setLastTurn(turn);
    lastTurn.set(turn);
    metrics.setLevel(eighths);
    level.set(eighths);
    metrics.recordResidue(turn % PRIME);
    residue.record(turn % PRIME);
    metrics.recordLevels(eighths);
    levels.record(eighths);
    Outcome outcome = outcome(turn);
    long wide = (turn & 7) << (turn % WIDEST_POWER);
    metrics.recordWidth(outcome, wide);
    width.of(outcome).record(wide);
    metrics.observeTurnsMade(turn + 1);
    turnsMade.set(turn + 1);
  }

  private void recordSession(Session session, long turn) {
    SessionMetricsSet metrics = session.metrics;
    double sixteenths = (turn & 15) / 16.0;
    metrics.addMessages(1);
    messages.add(1);
    metrics.addShares(sixteenths);
    messageShares.add(sixteenths);
    metrics.recordSize(turn & 1023);
    size.record(turn & 1023);
    Outcome outcome = outcome(turn);
    double wide = Math.scalb(sixteenths, (int) (turn % WIDEST_POWER));
    metrics.recordWidth(outcome, wide);
    sessionWidth.of(outcome).record(wide);
    session.moved += turn & 1023;
    metrics.observeMoved(session.moved);
    moved.add(turn & 1023);
  }

  private void replaceSession(TelemetryCore core, EngineMetrics engine) {
    if (sessions.size() == OPEN_SESSIONS) {
      closeSession(engine);
    }
    String id = number + "-" + sessionsOpened++;
    sessions.addLast(
        new Session(core.register(SessionMetricsSet.TYPE, Attributes.of(SESSION, id))));
    engine.addOpenSessions(1);
    openSessions.add(1);
  }

  private void closeSession(EngineMetrics engine) {
    sessions.removeFirst().metrics.close();
    engine.addOpenSessions(-1);
    openSessions.add(-1);
  }

  private static Outcome outcome(long turn) {
    return turn % 3 == 0 ? Outcome.FAILURE : Outcome.SUCCESS;
  }

  private SeriesId engine(String instrument) {
    return SeriesId.of("soak.engine." + instrument).with(CORE, Integer.toString(number));
  }

  private static SeriesId session(String instrument) {
    return SeriesId.of("soak.session." + instrument);
  }

  /** An open session, and what it has moved so far. */
  private static final class Session {
    final SessionMetricsSet metrics;
    long moved;

    Session(SessionMetricsSet metrics) {
      this.metrics = metrics;
    }
  }
}

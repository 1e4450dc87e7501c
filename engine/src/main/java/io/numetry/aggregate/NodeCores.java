package io.numetry.aggregate;

import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.schema.ReservedKeys;
import io.numetry.self.CoreMetricsSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The cores of a node: asks them, waits for them a while, drains them, and lets them go when they
 * are closed.
 *
 * <p>Threads: the node's aggregator alone, but for {@link #notPolling}.
 */
final class NodeCores {
  private static final System.Logger LOG = System.getLogger(NodeCores.class.getName());
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

  /** An owner may be off its CPU for a while; this long it is not by chance. */
  private static final long REPORT_MISSING_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Other threads read it; it changes when cores come and go. */
  private final List<Member> members = new CopyOnWriteArrayList<>();

  private final List<DrainedCore> drained = new ArrayList<>();
  private final TelemetryCore ownCore;
  private long halvesDrained;
  private long cellsMerged;

  /** A core and what is noticed of it. */
  private static final class Member {
    final CoreDrain drain;
    final CoreMetricsSet metrics;
    long askedNanoTime;
    boolean reportedMissing;

    /** For other threads to read: naming the late ones is their work, not a cycle's. */
    volatile boolean missed;

    Member(CoreDrain drain, CoreMetricsSet metrics) {
      this.drain = drain;
      this.metrics = metrics;
    }
  }

  /**
   * @param ownCore the aggregator's own core, which it polls itself
   */
  NodeCores(TelemetryCore ownCore) {
    this.ownCore = ownCore;
  }

  void add(CoreDrain core) {
    CoreMetricsSet metrics =
        ownCore.register(
            CoreMetricsSet.TYPE, Attributes.of(ReservedKeys.CORE_NAME, core.identity().name()));
    members.add(new Member(core, metrics));
  }

  int size() {
    return members.size();
  }

  /** Names of the cores that did not poll in time for the last collection; any thread. */
  List<String> notPolling() {
    return members.stream()
        .filter(member -> member.missed)
        .map(member -> member.drain.identity().name())
        .toList();
  }

  long halvesDrained() {
    return halvesDrained;
  }

  long cellsMerged() {
    return cellsMerged;
  }

  /**
   * Asks all cores for a flip and drains those that seal a half in time.
   *
   * @return true if all did
   */
  boolean collect(long patienceNanos) {
    long nowNanoTime = System.nanoTime();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (member.drain.isAsked()) {
        // Sealed since an earlier collection gave up waiting: not the answer to this one.
        drain(member);
      }
      if (!member.drain.isAsked()) {
        member.drain.ask();
        member.askedNanoTime = nowNanoTime;
      }
    }
    boolean all = drainAsked(patienceNanos);
    noteMissed();
    notice();
    retireFinished();
    return all;
  }

  /**
   * Asks all cores but the aggregator's own to close, and drains them.
   *
   * @return true if all closed in time
   */
  boolean close(long patienceNanos) {
    for (int i = 0; i < members.size(); i++) {
      if (!isOwn(members.get(i))) {
        members.get(i).drain.askToClose();
      }
    }
    boolean all = drainAsked(patienceNanos);
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (!isOwn(member) && !member.drain.isFinished()) {
        readUnsealed(member);
      }
    }
    notice();
    retireFinished();
    return all;
  }

  /** Closes and drains the aggregator's own core: the last thing it does with cores. */
  void closeOwn() {
    ownCore.close();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      while (isOwn(member) && !member.drain.isFinished()) {
        drain(member);
      }
    }
    members.removeIf(
        member -> {
          boolean finished = member.drain.isFinished();
          if (finished) {
            member.drain.bank().retire();
          }
          return finished;
        });
  }

  /** Drains what is sealed until nothing is awaited or patience is over. */
  private boolean drainAsked(long patienceNanos) {
    long startNanoTime = System.nanoTime();
    while (true) {
      ownCore.poll();
      int awaited = 0;
      for (int i = 0; i < members.size(); i++) {
        Member member = members.get(i);
        if (member.drain.isAsked()) {
          drain(member);
          if (member.drain.isAsked()) {
            awaited++;
          }
        }
      }
      if (awaited == 0) {
        return true;
      }
      if (System.nanoTime() - startNanoTime >= patienceNanos) {
        return false;
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private void drain(Member member) {
    int merged = member.drain.tryDrain();
    if (merged >= 0) {
      halvesDrained++;
      cellsMerged += merged;
      member.metrics.addFlips(1);
    }
  }

  private void noteMissed() {
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      member.missed = member.drain.isAsked();
      if (!member.missed) {
        member.reportedMissing = false;
        continue;
      }
      member.metrics.addPollsMissed(1);
      long askedForNanos = System.nanoTime() - member.askedNanoTime;
      if (askedForNanos >= REPORT_MISSING_NANOS && !member.reportedMissing) {
        member.reportedMissing = true;
        LOG.log(
            System.Logger.Level.WARNING,
            "core {0} has not polled for {1} s; its values wait in its bank. Call poll() in its duty"
                + " cycle, and idle() before it parks",
            member.drain.identity().name(),
            TimeUnit.NANOSECONDS.toSeconds(askedForNanos));
      }
    }
  }

  /** Takes what the cores' owners have counted into the cores' own metrics. */
  private void notice() {
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      long invalid = member.drain.newInvalidInputs();
      if (invalid > 0) {
        member.metrics.addInvalidInputs(invalid);
      }
      int misplaced = member.drain.newMisplacedCells();
      if (misplaced > 0) {
        member.metrics.addMisplacedCells(misplaced);
      }
    }
    for (int i = drained.size() - 1; i >= 0; i--) {
      if (!drained.get(i).watch()) {
        drained.remove(i);
      }
    }
  }

  private void retireFinished() {
    for (int i = members.size() - 1; i >= 0; i--) {
      Member member = members.get(i);
      if (!isOwn(member) && member.drain.isFinished()) {
        members.remove(i);
        member.drain.endAll();
        member.drain.bank().retire();
        drained.add(new DrainedCore(member.drain, member.metrics));
      }
    }
  }

  private void readUnsealed(Member member) {
    cellsMerged += member.drain.readUnsealed();
    member.metrics.addUnsealedReads(1);
    LOG.log(
        System.Logger.Level.WARNING,
        "core {0} did not poll before the shutdown''s deadline; its values were read as they were, not"
            + " as a snapshot",
        member.drain.identity().name());
  }

  private boolean isOwn(Member member) {
    return member.drain.identity().owner() == Thread.currentThread();
  }
}

package io.numetry.placement;

import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.ThreadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The threads that have been placed and are still in use. For any thread. */
final class ThreadRegister {

  /**
   * A thread.
   *
   * @param whenDead run if it has ended without closing its place
   */
  record Entry(Thread thread, PlacedThread placed, Runnable whenDead) {}

  private final Map<Thread, Entry> byThread = new LinkedHashMap<>();
  private final Runnable changed;

  /**
   * @param changed told of every change
   */
  ThreadRegister(Runnable changed) {
    this.changed = changed;
  }

  void add(Entry entry) {
    synchronized (byThread) {
      byThread.put(entry.thread(), entry);
    }
    changed.run();
  }

  void remove(Thread thread) {
    synchronized (byThread) {
      byThread.remove(thread);
    }
    changed.run();
  }

  /** Makes room where threads have ended without saying so; until then they are told of. */
  void removeDead() {
    List<Entry> dead = new ArrayList<>();
    synchronized (byThread) {
      byThread.values().stream().filter(entry -> !entry.thread().isAlive()).forEach(dead::add);
      dead.forEach(entry -> byThread.remove(entry.thread()));
    }
    dead.forEach(entry -> entry.whenDead().run());
  }

  /**
   * The threads as the kernel sees them now; the kernel has a thread a little longer than Java.
   *
   * @param root the folder that proc is in
   */
  List<ThreadState> states(Path root, Predicate<PlacedThread> which) {
    List<Entry> entries;
    synchronized (byThread) {
      entries = List.copyOf(byThread.values());
    }
    return entries.stream()
        .filter(entry -> which.test(entry.placed()))
        .map(
            entry ->
                entry.thread().isAlive()
                    ? ThreadState.read(root, "self", entry.placed())
                    : ThreadState.ended(entry.placed()))
        .toList();
  }

  List<PlacedThread> placed() {
    synchronized (byThread) {
      return byThread.values().stream().map(Entry::placed).toList();
    }
  }
}

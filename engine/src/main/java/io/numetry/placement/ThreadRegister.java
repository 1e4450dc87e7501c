package io.numetry.placement;

import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.ThreadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The threads that have been placed and are still in use. For any thread. */
final class ThreadRegister {

  /**
   * A thread in a place. While it asks for a second place, which it will not get, it has two.
   *
   * @param placed empty if the platform does not tell the thread's number
   * @param whenDead run if it has ended without closing its place
   */
  record Entry(Thread thread, Optional<PlacedThread> placed, Runnable whenDead) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Runnable changed;

  /**
   * @param changed told of every change
   */
  ThreadRegister(Runnable changed) {
    this.changed = changed;
  }

  void add(Entry entry) {
    synchronized (entries) {
      entries.add(entry);
    }
    changed.run();
  }

  void remove(Entry entry) {
    synchronized (entries) {
      entries.removeIf(each -> each == entry);
    }
    changed.run();
  }

  /** Makes room where threads have ended without saying so; until then they are told of. */
  void removeDead() {
    List<Entry> dead = new ArrayList<>();
    synchronized (entries) {
      entries.stream().filter(entry -> !entry.thread().isAlive()).forEach(dead::add);
      entries.removeAll(dead);
    }
    dead.forEach(entry -> entry.whenDead().run());
  }

  /**
   * The threads as the kernel sees them now; the kernel has a thread a little longer than Java.
   *
   * @param root the folder that proc is in
   */
  List<ThreadState> states(Path root, Predicate<PlacedThread> which) {
    return copy().stream()
        .filter(entry -> entry.placed().filter(which).isPresent())
        .map(entry -> state(root, entry.thread(), entry.placed().orElseThrow()))
        .toList();
  }

  private static ThreadState state(Path root, Thread thread, PlacedThread placed) {
    return thread.isAlive() ? ThreadState.read(root, "self", placed) : ThreadState.ended(placed);
  }

  List<PlacedThread> placed() {
    return copy().stream().flatMap(entry -> entry.placed().stream()).toList();
  }

  private List<Entry> copy() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }
}

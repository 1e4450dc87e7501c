package io.numetry.exporter.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes what nodes have collected, on a thread of its own: a console can block. It holds one
 * collection a node; a node that has one here collects no more until it is written.
 *
 * <p>Nodes that collect at the same time are written together: what comes first waits for the
 * others a little while.
 *
 * <p>Threads: any; under its own lock, which is not held while writing.
 */
final class ConsolePrinter {
  private static final System.Logger LOG = System.getLogger(ConsolePrinter.class.getName());
  private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Rendering rendering;
  private final PrintStream out;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Integer, Collected> waiting = new TreeMap<>();
  private final Map<Integer, Collected> inWriting = new TreeMap<>();
  private int nodes;
  private int flushes;
  private boolean closed;
  private boolean failing;

  ConsolePrinter(Rendering rendering, PrintStream out) {
    this.rendering = rendering;
    this.out = out;
    this.thread = new Thread(this::run, "numetry-console");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void nodeOpened() {
    change(1);
  }

  void nodeClosed() {
    change(-1);
  }

  /** True if nothing of the node waits to be written. */
  boolean isFree(int node) {
    lock.lock();
    try {
      return !waiting.containsKey(node) && !inWriting.containsKey(node);
    } finally {
      lock.unlock();
    }
  }

  /** Takes over what a node has collected; the node must be free. */
  void submit(Collected collected) {
    lock.lock();
    try {
      waiting.put(collected.node(), collected);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until all that was submitted is written.
   *
   * @return false if the time ran out first
   */
  boolean flush(long timeoutNanos) {
    long left = timeoutNanos;
    lock.lock();
    try {
      flushes++;
      changed.signalAll();
      while (!waiting.isEmpty() || !inWriting.isEmpty()) {
        if (left <= 0 || closed) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      flushes--;
      lock.unlock();
    }
  }

  /** Ends; what is not written is dropped. Waits for nothing: the console may never go on. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void change(int opened) {
    lock.lock();
    try {
      nodes += opened;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (take()) {
        write(List.copyOf(inWriting.values()));
        lock.lock();
        try {
          inWriting.clear();
          changed.signalAll();
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for something to write.
   *
   * @return false at the end
   */
  private boolean take() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      long left = GATHER_NANOS;
      while (left > 0 && waiting.size() < nodes && flushes == 0 && !closed) {
        left = changed.awaitNanos(left);
      }
      inWriting.putAll(waiting);
      waiting.clear();
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void write(List<Collected> collected) {
    try {
      byte[] text = rendering.render(collected).getBytes(rendering.charset(out.charset()));
      out.write(text, 0, text.length);
      if (out.checkError() && !failing) {
        failing = true;
        LOG.log(
            System.Logger.Level.WARNING,
            "console: cannot be written to; metrics for it are lost from now on");
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "console: a collection cannot be written, and is lost", e);
    }
  }

  /** What waits, for messages. */
  @Override
  public String toString() {
    lock.lock();
    try {
      return "console printer, nodes waiting " + new ArrayList<>(waiting.keySet());
    } finally {
      lock.unlock();
    }
  }
}

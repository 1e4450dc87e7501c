package io.numetry.bench.support.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Looks, while a bench runs, how much of the CPUs others take: all that is not idle, less what this
 * process and those that it started used. Ticks are of 10 ms, and a process that has just ended is
 * counted once its parent has asked for it; so a figure is over {@link #WINDOW_SECONDS}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public final class OthersWatch implements AutoCloseable {
  static final long WINDOW_SECONDS = 10;

  /** In less, steps of the counts would be taken for load. */
  private static final long LEAST_TICKS = 400;

  /** The fields utime, stime, cutime, cstime, counted after the name, which may have blanks. */
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;
  private static final double PERCENT = 100;

  private final Path proc;
  private final LoadMeter meter;
  private final List<Double> percents = new ArrayList<>();
  private final Thread thread;
  private final Ticks first;
  private Ticks last;

  /** Of all CPUs that are watched, and of this process and those that it started. */
  private record Ticks(long busy, long all, long own) {
    double othersSince(Ticks before) {
      return share(busy - before.busy, own - before.own, all - before.all);
    }
  }

  /**
   * What others took.
   *
   * @param meanPercent of all CPUs over the whole time
   * @param largestPercent in one window
   */
  public record Others(double meanPercent, double largestPercent) {}

  /** Begins to watch, in a thread of its own. */
  public OthersWatch(Path proc, LoadMeter meter) {
    this.proc = proc;
    this.meter = meter;
    this.first = now();
    this.last = first;
    this.thread = Thread.ofPlatform().name("bench-others").daemon().start(this::watch);
  }

  private void watch() {
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(WINDOW_SECONDS);
        look();
      }
    } catch (InterruptedException e) {
      look(); // the rest
    }
  }

  private synchronized void look() {
    Ticks now = now();
    if (now.all() - last.all() >= LEAST_TICKS) {
      percents.add(now.othersSince(last));
      last = now;
    }
  }

  private Ticks now() {
    Map<Integer, long[]> ticks = meter.ticks();
    long all = ticks.values().stream().mapToLong(LoadMeter::total).sum();
    long idle = ticks.values().stream().mapToLong(LoadMeter::idle).sum();
    return new Ticks(all - idle, all, ownTicks());
  }

  /** Percent of all ticks; a process that is counted late may make it negative: then zero. */
  static double share(long busy, long own, long all) {
    return all <= 0 ? 0 : Math.max(0, PERCENT * (busy - own) / all);
  }

  private long ownTicks() {
    ProcessHandle self = ProcessHandle.current();
    long sum = ticks(proc, self.pid());
    for (ProcessHandle child : self.descendants().toList()) {
      sum += ticks(proc, child.pid());
    }
    return sum;
  }

  /** Of a process and of those of its children that have ended; zero if it is gone. */
  static long ticks(Path proc, long pid) {
    String stat;
    try {
      stat = Files.readString(proc.resolve(Long.toString(pid)).resolve("stat"));
    } catch (IOException e) {
      return 0;
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    long sum = 0;
    for (int i = FIRST_TIME; i < Math.min(FIRST_TIME + TIMES, fields.length); i++) {
      sum += Long.parseLong(fields[i]);
    }
    return sum;
  }

  /** Ends watching. */
  public Others end() throws InterruptedException {
    thread.interrupt();
    thread.join();
    synchronized (this) {
      double mean = now().othersSince(first);
      return new Others(mean, percents.stream().mapToDouble(d -> d).max().orElse(mean));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}

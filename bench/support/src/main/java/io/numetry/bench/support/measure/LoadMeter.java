package io.numetry.bench.support.measure;

import io.numetry.bench.support.measure.Load.Sample;
import io.numetry.numa.CpuSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Looks what a machine does beside the bench, as /proc/stat counts it in steps of 10 ms.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_stat.5.html">proc_stat(5)</a>
 */
public final class LoadMeter {

  /** More than that on average, and figures are not to be trusted. */
  static final double HIGH_BUSY_PERCENT = 5;

  /** More than that on one CPU, which may be one that is measured. */
  static final double HIGH_BUSIEST_PERCENT = 30;

  static final double HIGH_STEAL_PERCENT = 1;

  private static final int IDLE = 3;
  private static final int IO_WAIT = 4;
  private static final int STEAL = 7;
  private static final int GUEST = 8;
  private static final double PERCENT = 100;

  private final Path proc;
  private final CpuSet cpus;

  /**
   * For this machine, or for files that stand in for it.
   *
   * @param proc the folder /proc
   * @param cpus those that the bench may use
   */
  public LoadMeter(Path proc, CpuSet cpus) {
    this.proc = proc;
    this.cpus = cpus;
  }

  /** Ticks of each CPU since boot, by kind. */
  public Map<Integer, long[]> ticks() {
    Map<Integer, long[]> ticks = new TreeMap<>();
    for (String line : lines("stat")) {
      String[] words = line.strip().split("\\s+", -1);
      if (words[0].matches("cpu\\d{1,6}")) {
        int cpu = Integer.parseInt(words[0].substring(3));
        if (cpus.contains(cpu)) {
          ticks.put(cpu, numbers(words));
        }
      }
    }
    return ticks;
  }

  /** Waits, and tells what was done meanwhile. */
  public Sample idle(long nanos) throws InterruptedException {
    Map<Integer, long[]> before = ticks();
    TimeUnit.NANOSECONDS.sleep(nanos);
    return sample(before, ticks());
  }

  public Sample sample(Map<Integer, long[]> before, Map<Integer, long[]> after) {
    double busy = 0;
    double busiest = 0;
    int busiestCpu = -1;
    int counted = 0;
    for (Map.Entry<Integer, long[]> entry : after.entrySet()) {
      long[] passed = passed(before, entry);
      double percent = PERCENT * share(passed, total(passed) - idle(passed));
      busy += percent;
      counted++;
      if (percent > busiest) {
        busiest = percent;
        busiestCpu = entry.getKey();
      }
    }
    List<String> average = lines("loadavg");
    return new Sample(
        average.isEmpty() ? "unknown" : average.getFirst(),
        counted == 0 ? 0 : busy / counted,
        busiest,
        busiestCpu);
  }

  /** All of it together, and what is to be thought of it. */
  public static Load judge(Sample before, Sample after, double stealPercent) {
    List<String> why = new ArrayList<>();
    addIfHigh(why, "before the run", before);
    addIfHigh(why, "after the run", after);
    if (stealPercent > HIGH_STEAL_PERCENT) {
      why.add(
          String.format(
              Locale.ROOT, "the hypervisor gave %.1f %% of the run to others", stealPercent));
    }
    return new Load(before, after, stealPercent, !why.isEmpty(), String.join("; ", why));
  }

  private static void addIfHigh(List<String> why, String when, Sample sample) {
    if (sample.busyPercent() > HIGH_BUSY_PERCENT) {
      why.add(
          String.format(
              Locale.ROOT, "%s others used %.0f %% of the CPUs", when, sample.busyPercent()));
    } else if (sample.busiestPercent() > HIGH_BUSIEST_PERCENT) {
      why.add(
          String.format(
              Locale.ROOT,
              "%s others used %.0f %% of CPU %d",
              when,
              sample.busiestPercent(),
              sample.busiestCpu()));
    }
  }

  /** Percent of all time between that the hypervisor gave to others. */
  public static double steal(Map<Integer, long[]> before, Map<Integer, long[]> after) {
    long stolen = 0;
    long all = 0;
    for (Map.Entry<Integer, long[]> entry : after.entrySet()) {
      long[] passed = passed(before, entry);
      stolen += passed.length > STEAL ? passed[STEAL] : 0;
      all += total(passed);
    }
    return all == 0 ? 0 : PERCENT * stolen / all;
  }

  private static long[] passed(Map<Integer, long[]> before, Map.Entry<Integer, long[]> after) {
    long[] passed = after.getValue().clone();
    long[] earlier = before.getOrDefault(after.getKey(), passed);
    for (int i = 0; i < passed.length; i++) {
      // Idle time of a CPU that went off and on again may run backwards.
      passed[i] = i < earlier.length ? Math.max(0, passed[i] - earlier[i]) : 0;
    }
    return passed;
  }

  static long idle(long[] ticks) {
    return (ticks.length > IDLE ? ticks[IDLE] : 0) + (ticks.length > IO_WAIT ? ticks[IO_WAIT] : 0);
  }

  /** Guests' time is in the user's already. */
  static long total(long[] ticks) {
    long total = 0;
    for (int i = 0; i < Math.min(GUEST, ticks.length); i++) {
      total += ticks[i];
    }
    return total;
  }

  private static double share(long[] ticks, long part) {
    long total = total(ticks);
    return total == 0 ? 0 : (double) part / total;
  }

  private static long[] numbers(String[] words) {
    long[] numbers = new long[words.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = words[i + 1].matches("\\d{1,18}") ? Long.parseLong(words[i + 1]) : 0;
    }
    return numbers;
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(proc.resolve(file));
    } catch (IOException e) {
      return List.of();
    }
  }
}

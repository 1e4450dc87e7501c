package io.numetry.bench.jmh.memory;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.OpenTelemetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.bench.jmh.series.SeriesData;
import io.numetry.bench.support.measure.ChildJvm;
import io.numetry.bench.support.measure.Reading;
import io.numetry.schema.Temporality;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.prometheus.metrics.core.metrics.Counter;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Memory that a series takes, each subject in a JVM of its own: heap, as used after garbage
 * collections, and native memory, as the process's resident set grows; the heap is resident before,
 * and as many series were made and let go. Each series has three string attributes and is recorded
 * to; Numetry's have their cells in the bank, whose pages registration makes present, and their
 * place in one window.
 *
 * <p>A program of its own: memory is no time, and JMH's own objects would be in it.
 */
public final class SeriesMemory {
  private static final int SERIES = 100_000;
  private static final int COLLECTIONS = 5;
  private static final long PAUSE_MILLIS = 50;

  /** What is filled. */
  enum Subject {
    NUMETRY_NUMBER,
    NUMETRY_EXPONENTIAL,
    OPENTELEMETRY_NUMBER,
    OPENTELEMETRY_EXPONENTIAL,
    MICROMETER_NUMBER,
    PROMETHEUS_NUMBER;

    Object fill(int series) {
      return switch (this) {
        case NUMETRY_NUMBER -> new NumetrySeries(PointKind.NUMBER, series, Temporality.CUMULATIVE);
        case NUMETRY_EXPONENTIAL ->
            new NumetrySeries(PointKind.EXPONENTIAL, series, Temporality.CUMULATIVE);
        case OPENTELEMETRY_NUMBER ->
            new OpenTelemetrySeries(PointKind.NUMBER, series, AggregationTemporality.CUMULATIVE);
        case OPENTELEMETRY_EXPONENTIAL ->
            new OpenTelemetrySeries(
                PointKind.EXPONENTIAL, series, AggregationTemporality.CUMULATIVE);
        case MICROMETER_NUMBER -> micrometer(series);
        case PROMETHEUS_NUMBER -> prometheus(series);
      };
    }
  }

  /** For all subjects alike: the heap is there, and resident, before anything is counted. */
  public static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

  public static final List<String> SUBJECTS =
      Arrays.stream(Subject.values()).map(Subject::name).toList();

  private static final String UNIT = "B";

  private SeriesMemory() {}

  /**
   * Measures.
   *
   * @param args none for all subjects, each in a JVM of its own; else the one to fill here
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 1) {
      ChildJvm.print(measure(Subject.valueOf(args[0])));
      return;
    }
    for (String subject : SUBJECTS) {
      System.out.println(
          subject + " " + ChildJvm.run(SeriesMemory.class, OPTIONS, List.of(subject)).readings());
    }
  }

  private static List<Reading> measure(Subject subject) throws IOException, InterruptedException {
    // All of it once, and let go: what loading classes and compiling takes is no series' memory.
    subject.fill(SERIES);
    Object classes = subject.fill(1);
    long heap = heapBytes();
    long resident = residentBytes();
    double heapTaken;
    double residentTaken;
    Object filled = subject.fill(SERIES);
    try {
      heapTaken = heapBytes() - heap;
      residentTaken = residentBytes() - resident;
    } finally {
      Reference.reachabilityFence(filled);
      Reference.reachabilityFence(classes);
    }
    return List.of(
        new Reading("heap", UNIT, heapTaken / SERIES),
        new Reading("native", UNIT, residentTaken / SERIES),
        new Reading("total", UNIT, (heapTaken + residentTaken) / SERIES));
  }

  private static long heapBytes() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Thread.sleep(PAUSE_MILLIS);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** See proc_pid_status(5), VmRSS. */
  private static long residentBytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    throw new IOException("/proc/self/status: has no VmRSS");
  }

  private static Object micrometer(int series) {
    var registry = new SimpleMeterRegistry();
    String[] keys = SeriesData.keys();
    for (int i = 0; i < series; i++) {
      String[] values = SeriesData.values(i);
      List<Tag> tags = new ArrayList<>();
      for (int k = 0; k < keys.length; k++) {
        tags.add(Tag.of(keys[k], values[k]));
      }
      registry.counter(SeriesData.NUMBER_METRIC, tags).increment();
    }
    return registry;
  }

  private static Object prometheus(int series) {
    Counter counter =
        Counter.builder().name("requests_total").labelNames("route", "host", "session").build();
    for (int i = 0; i < series; i++) {
      counter.labelValues(SeriesData.values(i)).inc();
    }
    return counter;
  }
}

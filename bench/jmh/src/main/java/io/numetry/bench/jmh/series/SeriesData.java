package io.numetry.bench.jmh.series;

import java.util.Random;

/** What all take alike: names, three string attributes a series, a resource, values. */
public final class SeriesData {
  /** Values in each histogram before anything is measured. */
  public static final int VALUES = 100;

  public static final String SERVICE = "bench";
  public static final String NUMBER_SET = "bench.number";
  public static final String NUMBER_METRIC = "bench.number.requests";
  public static final String NUMBER_UNIT = "{request}";
  public static final String NUMBER_BRIEF = "Requests that were answered.";
  public static final String HISTOGRAM_SET = "bench.distribution";
  public static final String HISTOGRAM_METRIC = "bench.distribution.latency";
  public static final String HISTOGRAM_UNIT = "ns";
  public static final String HISTOGRAM_BRIEF = "Time until the answer.";

  private static final double MEDIAN_NANOS = 20_000;
  private static final int HOSTS = 100;
  private static final int METHODS = 10;

  private SeriesData() {}

  public static String[] keys() {
    return new String[] {"http.route", "server.address", "session.name"};
  }

  /** The values of a series' attributes, in the order of {@link #keys}. */
  public static String[] values(int series) {
    return new String[] {
      "/orders/route-" + series % METHODS, "host-" + series % HOSTS, "session-" + series
    };
  }

  /** What a counter has counted before anything is measured. */
  public static long count(int series) {
    return 1_000L + series;
  }

  /** The latencies of each series. */
  public static long[][] allLatencies(int series) {
    long[][] all = new long[series][];
    for (int i = 0; i < series; i++) {
      all[i] = latencies(i);
    }
    return all;
  }

  /** Latencies, log-normal around 20 us, none a power of two; the same whenever asked. */
  public static long[] latencies(int series) {
    var random = new Random(series);
    long[] nanos = new long[VALUES];
    for (int i = 0; i < VALUES; i++) {
      // Odd: where a power of two belongs, implementations differ.
      nanos[i] = 1 | Math.max(3, (long) (MEDIAN_NANOS * Math.exp(random.nextGaussian())));
    }
    return nanos;
  }
}

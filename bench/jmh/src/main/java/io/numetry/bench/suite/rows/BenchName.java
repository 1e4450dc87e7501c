package io.numetry.bench.suite.rows;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row's name of a benchmark, taken apart.
 *
 * @param benchmark {@code Class.method}
 * @param params values by their names
 */
public record BenchName(String benchmark, Map<String, String> params, int threads) {

  /** True for figures that JMH has no part in: {@code subject:case#what}. */
  public static boolean isFigure(String name) {
    return name.matches("[a-z]+:.*");
  }

  /** Without what a profiler counts. */
  public static String withoutMetric(String name) {
    int metric = name.indexOf('#');
    return metric < 0 ? name : name.substring(0, metric);
  }

  /** Reads a name that is none of a figure. */
  public static BenchName parse(String name) {
    String plain = withoutMetric(name);
    int at = plain.indexOf('@');
    int threads = at < 0 ? 1 : Integer.parseInt(plain.substring(at + 1));
    String[] parts = (at < 0 ? plain : plain.substring(0, at)).split(":", -1);
    Map<String, String> params = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      params.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
    }
    return new BenchName(parts[0], params, threads);
  }

  /** The class's simple name. */
  public String type() {
    return benchmark.substring(0, benchmark.indexOf('.'));
  }
}

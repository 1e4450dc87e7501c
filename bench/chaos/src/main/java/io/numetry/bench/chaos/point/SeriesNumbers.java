package io.numetry.bench.chaos.point;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each series a number, from 0 on. Any thread. */
public final class SeriesNumbers {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<SeriesName> names = new ArrayList<>();

  /** The number of a series by {@link SeriesName#toString}. */
  public synchronized int of(String text) {
    return numbers.computeIfAbsent(
        text,
        made -> {
          names.add(SeriesName.parse(made));
          return names.size() - 1;
        });
  }

  public synchronized SeriesName name(int number) {
    return names.get(number);
  }
}

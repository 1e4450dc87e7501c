package io.numetry.exporter.send;

import io.numetry.self.ExportError;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** A count for each error. Any thread; allocates nothing once it is made. */
final class ErrorCounts {
  private final Map<ExportError, AtomicLong> counts = new EnumMap<>(ExportError.class);

  ErrorCounts() {
    for (ExportError error : ExportErrors.ALL) {
      counts.put(error, new AtomicLong());
    }
  }

  long get(ExportError error) {
    return of(error).get();
  }

  void add(ExportError error, long number) {
    of(error).addAndGet(number);
  }

  void set(ExportError error, long number) {
    of(error).set(number);
  }

  long sum() {
    long sum = 0;
    for (int i = 0; i < ExportErrors.ALL.size(); i++) {
      sum += get(ExportErrors.ALL.get(i));
    }
    return sum;
  }

  private AtomicLong of(ExportError error) {
    return Objects.requireNonNull(counts.get(error));
  }
}

package io.numetry.examples.reconcile;

import io.numetry.schema.InstrumentKind;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was recorded, by series. Filled from the recording threads' own counts after they have
 * ended.
 */
public final class Recorded {
  private final SortedMap<SeriesId, Reading> readings = new TreeMap<>();

  /** Takes in one thread's count of a series; several threads' counts of one series add up. */
  public void add(SeriesId id, Reading reading) {
    Reading former = readings.get(id);
    if (former instanceof NumberReading number && number.kind() == InstrumentKind.GAUGE) {
      throw new IllegalArgumentException(
          "gauge " + id + ": set by two threads; its last value is not defined");
    }
    readings.put(id, former == null ? reading : former.plus(reading));
  }

  public SortedMap<SeriesId, Reading> readings() {
    return Collections.unmodifiableSortedMap(readings);
  }
}

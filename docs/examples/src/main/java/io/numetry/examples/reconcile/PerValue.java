package io.numetry.examples.reconcile;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * One count for each value of a dimension.
 *
 * @param <E> the dimension's values
 * @param <C> the counts; for an instrument of two dimensions again of this kind
 */
public final class PerValue<E extends Enum<E>, C> {
  private final String key;
  private final Map<E, C> counts;

  /**
   * @param key the attribute on the wire
   * @param each makes the count of one value
   */
  public PerValue(String key, Class<E> values, Supplier<C> each) {
    this.key = key;
    this.counts = new EnumMap<>(values);
    for (E value : values.getEnumConstants()) {
      counts.put(value, each.get());
    }
  }

  public C of(E value) {
    C count = counts.get(value);
    if (count == null) {
      throw new IllegalArgumentException(key + "=" + value + ": is none of " + counts.keySet());
    }
    return count;
  }

  /** Visits each count with the series that it belongs to. */
  public void forEach(SeriesId id, BiConsumer<SeriesId, C> visitor) {
    counts.forEach((value, count) -> visitor.accept(id.with(key, value), count));
  }
}

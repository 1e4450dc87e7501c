package io.numetry.examples.reconcile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A series by name: metric and attributes, values as text.
 *
 * @param metric name on the wire
 * @param attributes never changed
 */
public record SeriesId(String metric, SortedMap<String, String> attributes)
    implements Comparable<SeriesId> {
  private static final Comparator<SeriesId> ORDER =
      Comparator.comparing(SeriesId::metric).thenComparing(id -> id.attributes.toString());

  public static SeriesId of(String metric) {
    return new SeriesId(metric, new TreeMap<>());
  }

  public SeriesId with(String key, String value) {
    var more = new TreeMap<>(attributes);
    more.put(key, value);
    return new SeriesId(metric, more);
  }

  /** With an attribute whose value is an enum's constant in lower case. */
  public SeriesId with(String key, Enum<?> constant) {
    return with(key, constant.name().toLowerCase(Locale.ROOT));
  }

  /** The series that this one is part of when those attributes are not looked at. */
  public SeriesId without(Collection<String> keys) {
    var fewer = new TreeMap<>(attributes);
    fewer.keySet().removeAll(keys);
    return new SeriesId(metric, fewer);
  }

  @Override
  public int compareTo(SeriesId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return attributes.isEmpty() ? metric : metric + attributes;
  }
}

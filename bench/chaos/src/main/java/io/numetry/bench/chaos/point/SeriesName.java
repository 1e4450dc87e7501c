package io.numetry.bench.chaos.point;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a series is called at both ends: its metric's name, and its attributes by their keys. */
public record SeriesName(String metric, SortedMap<String, String> attributes)
    implements Comparable<SeriesName> {

  public SeriesName {
    attributes = new TreeMap<>(attributes);
  }

  /** The same in one line, and back by {@link #parse}. */
  @Override
  public String toString() {
    var text = new StringBuilder(metric);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      text.append('\n').append(attribute.getKey()).append('=').append(attribute.getValue());
    }
    return text.toString();
  }

  /** Of what {@link #toString} made. */
  public static SeriesName parse(String text) {
    String[] lines = text.split("\n", -1);
    var attributes = new TreeMap<String, String>();
    for (int i = 1; i < lines.length; i++) {
      int equals = lines[i].indexOf('=');
      attributes.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
    }
    return new SeriesName(lines[0], attributes);
  }

  @Override
  public int compareTo(SeriesName other) {
    return toString().compareTo(other.toString());
  }
}

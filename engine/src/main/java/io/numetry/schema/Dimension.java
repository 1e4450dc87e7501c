package io.numetry.schema;

import java.util.HashSet;
import java.util.List;

/**
 * A closed attribute of each measurement of an instrument: one of a few values, known to the
 * compiler. An instrument has a cell for each combination of its dimensions' values.
 *
 * @param key the attribute's key on the wire
 * @param values the attribute's values on the wire, in the order of their ordinals; {@link #ABSENT}
 *     for the one that leaves the attribute out
 */
public record Dimension(String key, List<String> values) {
  /** In the place of a value: a measurement with that ordinal does not have the attribute. */
  public static final String ABSENT = "";

  public Dimension {
    values = List.copyOf(values);
    if (key.isEmpty()) {
      throw new IllegalArgumentException("dimension: key is empty, values=" + values);
    }
    if (values.isEmpty() || new HashSet<>(values).size() != values.size()) {
      throw new IllegalArgumentException(
          "dimension " + key + ": values=" + values + ", write one or more, each once");
    }
  }

  /** How many values there are, the absent one among them. */
  public int size() {
    return values.size();
  }

  /** True if a measurement with that ordinal does not have the attribute. */
  public boolean isAbsent(int ordinal) {
    return values.get(ordinal).equals(ABSENT);
  }
}

package io.numetry.view;

import io.numetry.schema.Dimension;
import io.numetry.schema.InstrumentDescriptor;
import java.util.Arrays;
import java.util.List;

/**
 * One instrument as one view sends it (specification, "metric stream").
 *
 * @param instrument its index in the set's descriptor
 * @param descriptor name, description and dimensions as they are sent; its cell's offset and layout
 *     are the instrument's own
 * @param combinations which combination of the stream each of the instrument's goes to
 */
public record MetricStream(
    int instrument, InstrumentDescriptor descriptor, List<Integer> combinations) {

  public MetricStream {
    combinations = List.copyOf(combinations);
  }

  static MetricStream of(int instrument, InstrumentDescriptor original, InstrumentDescriptor sent) {
    int[] to = new int[original.combinations()];
    for (int combination = 0; combination < to.length; combination++) {
      to[combination] = reduce(combination, original.dimensions(), sent.dimensions());
    }
    return new MetricStream(instrument, sent, Arrays.stream(to).boxed().toList());
  }

  /** Reads the mixed-radix number's digits from the last on, and takes those that stay. */
  private static int reduce(int combination, List<Dimension> all, List<Dimension> kept) {
    int left = combination;
    int reduced = 0;
    int weight = 1;
    int next = kept.size() - 1;
    for (int i = all.size() - 1; i >= 0; i--) {
      Dimension dimension = all.get(i);
      int digit = left % dimension.size();
      left /= dimension.size();
      if (next >= 0 && kept.get(next).key().equals(dimension.key())) {
        reduced += digit * weight;
        weight *= dimension.size();
        next--;
      }
    }
    return reduced;
  }
}

package io.numetry.exporter.otlp;

import io.numetry.attribute.CombinationAttributes;
import io.numetry.schema.Dimension;
import java.util.List;

/** The attributes of each combination of an instrument's dimensions, encoded once. */
final class CombinationTemplates {
  private final long[] addresses;
  private final int[] sizes;

  /**
   * @param dimensions at least one
   * @param tag the attributes' tag in the points they are for
   */
  CombinationTemplates(
      List<Dimension> dimensions, int combinations, byte tag, ConstantMemory constants) {
    addresses = new long[combinations];
    sizes = new int[combinations];
    for (int i = 0; i < combinations; i++) {
      ConstantMessage run =
          ConstantMessage.attributes(tag, CombinationAttributes.of(dimensions, i));
      addresses[i] = constants.put(run);
      sizes[i] = run.size();
    }
  }

  long address(int combination) {
    return addresses[combination];
  }

  int bytes(int combination) {
    return sizes[combination];
  }
}

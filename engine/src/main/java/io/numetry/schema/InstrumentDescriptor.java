package io.numetry.schema;

/**
 * One instrument of a metric set: what the wire says of it and where its cell lies.
 *
 * @param name metric name on the wire, complete
 * @param unit UCUM unit
 * @param brief the metric's description
 * @param kind what the instrument does with a value
 * @param valueType type of its values
 * @param cellOffset bytes from the slot's first byte to the cell's, a multiple of 8
 */
public record InstrumentDescriptor(
    String name,
    String unit,
    String brief,
    InstrumentKind kind,
    ValueType valueType,
    int cellOffset) {

  public InstrumentDescriptor {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("instrument: name is empty");
    }
    if (cellOffset < 0 || cellOffset % Long.BYTES != 0) {
      throw new IllegalArgumentException(
          "instrument " + name + ": cellOffset=" + cellOffset + " is not a multiple of 8");
    }
  }

  /** First byte after the cell, from the slot's first byte. */
  public int cellEnd() {
    return cellOffset + kind.cellBytes();
  }
}

package io.numetry.schema;

import java.util.List;

/**
 * One instrument of a metric set: what the wire says of it and where its cells lie.
 *
 * <p>Its cells, one a combination of its dimensions' values, lie side by side. A combination's
 * index counts the dimensions' ordinals in mixed radix, the last dimension fastest; an instrument
 * without dimensions has the one combination 0.
 *
 * @param name metric name on the wire, complete
 * @param unit UCUM unit
 * @param brief the metric's description
 * @param kind what the instrument does with a value
 * @param valueType type of its values
 * @param layout of each of its cells
 * @param dimensions attributes of each measurement
 * @param stability what users may rely on
 * @param detail the level of detail that it belongs to
 * @param formerNames names that it had before and is also sent under, if telemetry is told to
 * @param cellOffset bytes from the slot's first byte to the first cell's, a multiple of 8
 */
public record InstrumentDescriptor(
    String name,
    String unit,
    String brief,
    InstrumentKind kind,
    ValueType valueType,
    CellLayout layout,
    List<Dimension> dimensions,
    StabilityLevel stability,
    DetailLevel detail,
    List<String> formerNames,
    int cellOffset) {

  public InstrumentDescriptor {
    dimensions = List.copyOf(dimensions);
    formerNames = List.copyOf(formerNames);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("instrument: name is empty");
    }
    if (cellOffset < 0 || cellOffset % Long.BYTES != 0) {
      throw new IllegalArgumentException(
          "instrument " + name + ": cellOffset=" + cellOffset + " is not a multiple of 8");
    }
    if (layout.getClass() != kind.defaultLayout().getClass()) {
      throw new IllegalArgumentException(
          "instrument " + name + ": layout=" + layout + " is not one of kind=" + kind);
    }
    if (dimensions.stream().map(Dimension::key).distinct().count() != dimensions.size()) {
      throw new IllegalArgumentException(
          "instrument " + name + ": dimensions=" + dimensions + ", write each key once");
    }
  }

  /** How many combinations of attribute values, hence cells, the instrument has. */
  public int combinations() {
    int product = 1;
    for (Dimension dimension : dimensions) {
      product = Math.multiplyExact(product, dimension.size());
    }
    return product;
  }

  /** Size of one cell, in bytes. */
  public int cellBytes() {
    return layout.cellBytes();
  }

  /** Offset of a combination's cell, from the slot's first byte. */
  public int cellOffset(int combination) {
    return cellOffset + combination * cellBytes();
  }

  /** First byte after the last cell, from the slot's first byte. */
  public int cellEnd() {
    return Math.addExact(cellOffset, Math.multiplyExact(combinations(), cellBytes()));
  }

  /** The same under another name. */
  public InstrumentDescriptor withName(String newName) {
    return new InstrumentDescriptor(
        newName,
        unit,
        brief,
        kind,
        valueType,
        layout,
        dimensions,
        stability,
        detail,
        formerNames,
        cellOffset);
  }

  /** The same with another description. */
  public InstrumentDescriptor withBrief(String newBrief) {
    return new InstrumentDescriptor(
        name,
        unit,
        newBrief,
        kind,
        valueType,
        layout,
        dimensions,
        stability,
        detail,
        formerNames,
        cellOffset);
  }

  /** The same with another layout of its cells. */
  public InstrumentDescriptor withLayout(CellLayout newLayout) {
    return new InstrumentDescriptor(
        name,
        unit,
        brief,
        kind,
        valueType,
        newLayout,
        dimensions,
        stability,
        detail,
        formerNames,
        cellOffset);
  }

  /** The same with other attributes of its measurements. */
  public InstrumentDescriptor withDimensions(List<Dimension> newDimensions) {
    return new InstrumentDescriptor(
        name,
        unit,
        brief,
        kind,
        valueType,
        layout,
        newDimensions,
        stability,
        detail,
        formerNames,
        cellOffset);
  }

  /** The same with another stability. */
  public InstrumentDescriptor withStability(StabilityLevel newStability) {
    return new InstrumentDescriptor(
        name,
        unit,
        brief,
        kind,
        valueType,
        layout,
        dimensions,
        newStability,
        detail,
        formerNames,
        cellOffset);
  }

  /** The same at another level of detail. */
  public InstrumentDescriptor withDetail(DetailLevel newDetail) {
    return new InstrumentDescriptor(
        name,
        unit,
        brief,
        kind,
        valueType,
        layout,
        dimensions,
        stability,
        newDetail,
        formerNames,
        cellOffset);
  }

  /** The same with other former names. */
  public InstrumentDescriptor withFormerNames(List<String> newFormerNames) {
    return new InstrumentDescriptor(
        name,
        unit,
        brief,
        kind,
        valueType,
        layout,
        dimensions,
        stability,
        detail,
        newFormerNames,
        cellOffset);
  }
}

package io.numetry.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A metric set's static description: generated code holds one, and everything downstream of the
 * recording path works from it.
 *
 * <p>Two descriptors are the same set if all their parts are equal.
 *
 * @param name the set's name, and the instrumentation scope's
 * @param brief what the set measures
 * @param attributes what every registration of the set is to give; more may be given
 * @param instruments in the order of their cells, which do not overlap
 */
public record MetricSetDescriptor(
    String name,
    String brief,
    List<AttributeDescriptor> attributes,
    List<InstrumentDescriptor> instruments) {

  /** Slots start and end on cache lines, so that two sets never share one. */
  public static final int SLOT_ALIGNMENT_BYTES = 64;

  public MetricSetDescriptor {
    attributes = List.copyOf(attributes);
    instruments = List.copyOf(instruments);
    if (instruments.isEmpty()) {
      throw new IllegalArgumentException("metric set " + name + ": has no instrument");
    }
    int end = 0;
    for (InstrumentDescriptor instrument : instruments) {
      if (instrument.cellOffset() < end) {
        throw new IllegalArgumentException(
            "metric set "
                + name
                + ": cell of "
                + instrument.name()
                + " overlaps the one before it");
      }
      end = instrument.cellEnd();
    }
  }

  /** Starts a description whose cells are laid out in the order of the calls. */
  public static Builder builder(String name, String brief) {
    return new Builder(name, brief);
  }

  /** Bytes of a slot of this set: its cells, rounded up to whole cache lines. */
  public int slotBytes() {
    int end = instruments.getLast().cellEnd();
    return (end + SLOT_ALIGNMENT_BYTES - 1) & -SLOT_ALIGNMENT_BYTES;
  }

  /**
   * Makes sure that generated code, compiled with offsets as constants, records where this engine
   * expects it. They differ if code was generated for an engine that lays out cells in another way.
   *
   * @param compiled the offsets in the generated code, in the order of the instruments, and where
   *     the last one's cells end: with that, the cells' sizes are checked, too
   * @throws IllegalStateException if the offsets are not those of this description
   */
  public void requireCellOffsets(int... compiled) {
    int[] expected =
        IntStream.concat(
                instruments.stream().mapToInt(InstrumentDescriptor::cellOffset),
                IntStream.of(instruments.getLast().cellEnd()))
            .toArray();
    if (!Arrays.equals(compiled, expected)) {
      throw new IllegalStateException(
          "metric set "
              + name
              + ": compiled for another engine: cellOffsets="
              + Arrays.toString(compiled)
              + ", this one's are "
              + Arrays.toString(expected)
              + "; generate it again with this engine's numetry-codegen");
    }
  }

  /**
   * Collects attributes and instruments. What is said between two calls of {@link #instrument}
   * concerns the instrument before; each gets the next free cells.
   */
  public static final class Builder {
    private final String name;
    private final String brief;
    private final List<AttributeDescriptor> attributes = new ArrayList<>();
    private final List<InstrumentDescriptor> instruments = new ArrayList<>();

    private Builder(String name, String brief) {
      this.name = name;
      this.brief = brief;
    }

    /** An attribute of the entity that registrations measure. */
    public Builder entityAttribute(String key, AttributeType type) {
      attributes.add(new AttributeDescriptor(key, type, AttributeDescriptor.Role.ENTITY));
      return this;
    }

    /** An attribute of the registration itself. */
    public Builder itemAttribute(String key, AttributeType type) {
      attributes.add(new AttributeDescriptor(key, type, AttributeDescriptor.Role.ITEM));
      return this;
    }

    public Builder instrument(
        InstrumentKind kind,
        ValueType valueType,
        String metricName,
        String unit,
        String metricBrief) {
      instruments.add(
          new InstrumentDescriptor(
              metricName,
              unit,
              metricBrief,
              kind,
              valueType,
              kind.defaultLayout(),
              List.of(),
              StabilityLevel.DEVELOPMENT,
              DetailLevel.NORMAL,
              List.of(),
              instruments.isEmpty() ? 0 : instruments.getLast().cellEnd()));
      return this;
    }

    /** The last instrument's cells have this layout. */
    public Builder layout(CellLayout layout) {
      return changeLast(last -> last.withLayout(layout));
    }

    /** The last instrument's measurements have this attribute, too. */
    public Builder dimension(String key, String... values) {
      var dimension = new Dimension(key, List.of(values));
      return changeLast(
          last -> {
            List<Dimension> dimensions = new ArrayList<>(last.dimensions());
            dimensions.add(dimension);
            return last.withDimensions(dimensions);
          });
    }

    /** The last instrument is this stable; {@link StabilityLevel#DEVELOPMENT} by default. */
    public Builder stability(StabilityLevel stability) {
      return changeLast(last -> last.withStability(stability));
    }

    /** The last instrument belongs to this level; {@link DetailLevel#NORMAL} by default. */
    public Builder detail(DetailLevel detail) {
      return changeLast(last -> last.withDetail(detail));
    }

    /** The last instrument had these names before. */
    public Builder formerNames(String... names) {
      return changeLast(last -> last.withFormerNames(List.of(names)));
    }

    public MetricSetDescriptor build() {
      return new MetricSetDescriptor(name, brief, attributes, instruments);
    }

    private Builder changeLast(UnaryOperator<InstrumentDescriptor> change) {
      instruments.add(change.apply(instruments.removeLast()));
      return this;
    }
  }
}

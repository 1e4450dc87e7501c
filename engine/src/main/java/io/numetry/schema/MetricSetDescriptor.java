package io.numetry.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A metric set's static description: generated code holds one, and everything downstream of the
 * recording path works from it.
 *
 * <p>Two descriptors are the same set if all their parts are equal.
 *
 * @param name the set's name, and the instrumentation scope's
 * @param brief what the set measures
 * @param instruments in the order of their cells, which do not overlap
 */
public record MetricSetDescriptor(
    String name, String brief, List<InstrumentDescriptor> instruments) {

  /** Slots start and end on cache lines, so that two sets never share one. */
  public static final int SLOT_ALIGNMENT_BYTES = 64;

  public MetricSetDescriptor {
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

  /** Collects instruments and gives each the next free cell. */
  public static final class Builder {
    private final String name;
    private final String brief;
    private final List<InstrumentDescriptor> instruments = new ArrayList<>();
    private int nextOffset;

    private Builder(String name, String brief) {
      this.name = name;
      this.brief = brief;
    }

    public Builder instrument(
        InstrumentKind kind,
        ValueType valueType,
        String metricName,
        String unit,
        String metricBrief) {
      var instrument =
          new InstrumentDescriptor(metricName, unit, metricBrief, kind, valueType, nextOffset);
      instruments.add(instrument);
      nextOffset = instrument.cellEnd();
      return this;
    }

    public MetricSetDescriptor build() {
      return new MetricSetDescriptor(name, brief, instruments);
    }
  }
}

package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/**
 * Metric set {@code gateway.text}: Ends a comment *&#47; with &lt;b&gt;tags&lt;/b&gt;, &#64;tags,
 * &#123;&#64;link Nothing&#125;, $T and C:&#92;users &amp; 'more'.
 */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class TextMetricsSet extends RecordingSet implements TextMetrics {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder(
              "gateway.text",
              "Ends a comment */ with <b>tags</b>, @tags, {@link Nothing}, $T and C:\\users & "
                  + "'more'.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.text.quotes",
              "{a\"b\\u}",
              "Quotes \"here\", a backslash \\ and dollars $L $$.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.text.signs",
              "{un-balanced}",
              "Beyond ASCII: µs, 日本, 😀.")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<TextMetricsSet> TYPE =
      new MetricSetType<>(DESCRIPTOR, TextMetricsSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();
  private static final int QUOTES_CELL = 0;
  private static final int SIGNS_CELL = 8;
  private static final int CELLS_END = 16;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(QUOTES_CELL, SIGNS_CELL, CELLS_END);
  }

  private TextMetricsSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addQuotes(long quotes) {
    if (NORMAL) {
      addMonotonic(QUOTES_CELL, quotes);
    }
  }

  @Override
  public void addSigns(long signs) {
    if (NORMAL) {
      addMonotonic(SIGNS_CELL, signs);
    }
  }
}

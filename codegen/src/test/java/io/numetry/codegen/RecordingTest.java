package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.numetry.record.ActiveHalf;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.MmscCell;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A generated class, in memory of a test's own: each method reaches its own cell and no other. */
class RecordingTest {
  private static final Path SOURCE =
      Path.of("src/test/resources/golden/kinds/input/gateway/ReceiverMetrics.java");
  private static final long SLOT = 128;
  private static final long HALF_BYTES = 512;

  private final MemorySegment half = Arena.ofAuto().allocate(HALF_BYTES, 64);

  @Test
  void shouldRecordEachInstrumentToItsOwnCell() throws Exception {
    RecordingSet set = newSet();

    record(set, "addReceived", 3L);
    record(set, "addReceived", 4L);
    record(set, "addBusyTime", 0.5);
    record(set, "addBusyTime", 0.25);
    record(set, "recordBatchSize", 7L);
    record(set, "recordBatchSize", -2L);
    record(set, "recordMessageAge", 1.5);
    record(set, "setQueueDepth", 5L);
    record(set, "setQueueDepth", 9L);
    record(set, "setFillRatio", 0.75);
    record(set, "addInFlight", -6L);
    record(set, "addCredits", -0.5);

    assertThat(longAt(0)).isEqualTo(7);
    assertThat(doubleAt(8)).isEqualTo(0.75);
    assertThat(longAt(16 + MmscCell.MIN)).isEqualTo(-2);
    assertThat(longAt(16 + MmscCell.MAX)).isEqualTo(7);
    assertThat(longAt(16 + MmscCell.SUM)).isEqualTo(5);
    assertThat(longAt(16 + MmscCell.COUNT)).isEqualTo(2);
    assertThat(doubleAt(48 + MmscCell.MIN)).isEqualTo(1.5);
    assertThat(doubleAt(48 + MmscCell.MAX)).isEqualTo(1.5);
    assertThat(doubleAt(48 + MmscCell.SUM)).isEqualTo(1.5);
    assertThat(longAt(48 + MmscCell.COUNT)).isEqualTo(1);
    assertThat(longAt(80)).isEqualTo(9);
    assertThat(doubleAt(88)).isEqualTo(0.75);
    assertThat(longAt(96)).isEqualTo(-6);
    assertThat(doubleAt(104)).isEqualTo(-0.5);
    assertThat(longAt(112)).isZero();
  }

  /** A counter's cell never falls, which is what makes it one and not an up-down counter. */
  @Test
  void shouldGenerateCountersThatRefuseToFall() throws Exception {
    RecordingSet set = newSet();

    record(set, "addReceived", -1L);
    record(set, "addBusyTime", -1.0);

    assertThat(longAt(0)).isZero();
    assertThat(doubleAt(8)).isZero();
    assertThat(half.get(ValueLayout.JAVA_LONG, Half.INVALID_INPUTS)).isEqualTo(2);
  }

  private RecordingSet newSet() throws Exception {
    Compilation compilation =
        Compile.withProcessor(
            List.of(Compile.source("gateway.ReceiverMetrics", Files.readString(SOURCE))));
    MetricSetType<?> type =
        GeneratedClass.type(Compile.load(compilation), "gateway.ReceiverMetricsSet");
    return type.factory().apply(new Handle(new Half(half)));
  }

  private static void record(RecordingSet set, String method, Object value) throws Exception {
    Class<?> type = value instanceof Long ? long.class : double.class;
    set.getClass().getMethod(method, type).invoke(set, value);
  }

  private long longAt(long cell) {
    return half.get(ValueLayout.JAVA_LONG, SLOT + cell);
  }

  private double doubleAt(long cell) {
    return half.get(ValueLayout.JAVA_DOUBLE, SLOT + cell);
  }

  private static final class Half extends ActiveHalf {
    /** A word that is no cell's, in the last line of the half. */
    static final long INVALID_INPUTS = HALF_BYTES - 64;

    Half(MemorySegment memory) {
      super(
          memory,
          HALF_BYTES,
          memory.address(),
          memory.address() + INVALID_INPUTS,
          Thread.currentThread(),
          "test");
    }
  }

  private record Handle(ActiveHalf activeHalf) implements SlotHandle {
    @Override
    public ActiveHalf limbo() {
      return activeHalf;
    }

    @Override
    public long slotOffset() {
      return SLOT;
    }

    @Override
    public void close() {}
  }
}

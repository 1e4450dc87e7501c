package io.numetry.codegen;

import com.google.testing.compile.Compilation;
import io.numetry.record.ActiveHalf;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** A generated metric set over memory of a test's own, called by the names of its methods. */
final class RecordingRig {
  /** The marks of cells come before the slot. */
  private static final long MARKS = 1 << 16;

  private static final long HALF_BYTES = 8 * MARKS;

  /** A word that is no cell's, in the last line of the half. */
  private static final long INVALID_INPUTS = HALF_BYTES - 64;

  private final MemorySegment memory = Arena.ofAuto().allocate(HALF_BYTES, 64);
  private final ClassLoader loader;
  private final MetricSetType<? extends RecordingSet> type;
  private final RecordingSet set;

  RecordingRig(Compilation compilation, String className) {
    this(Compile.load(compilation), className);
  }

  RecordingRig(ClassLoader loader, String className) {
    this.loader = loader;
    type = GeneratedClass.type(loader, className);
    set = type.factory().apply(new Handle(new Half(memory)));
  }

  MetricSetDescriptor descriptor() {
    return type.descriptor();
  }

  /** Calls the method. */
  void call(String method, Object... arguments) throws ReflectiveOperationException {
    Method called =
        Arrays.stream(set.getClass().getMethods())
            .filter(each -> each.getName().equals(method) && !each.isBridge())
            .findFirst()
            .orElseThrow();
    called.setAccessible(true);
    called.invoke(set, arguments);
  }

  /** An enum constant of what was compiled, or of the class path. */
  Object constant(String enumName, String name) throws ReflectiveOperationException {
    for (Object each : Class.forName(enumName, true, loader).getEnumConstants()) {
      if (((Enum<?>) each).name().equals(name)) {
        return each;
      }
    }
    throw new InvocationTargetException(null, enumName + "." + name);
  }

  long longAt(String metric, int combination, long word) {
    return memory.get(ValueLayout.JAVA_LONG, at(metric, combination) + word);
  }

  double doubleAt(String metric, int combination, long word) {
    return memory.get(ValueLayout.JAVA_DOUBLE, at(metric, combination) + word);
  }

  /** How many cells of the metric have something in them. */
  int touchedCells(String metric) {
    InstrumentDescriptor instrument = instrument(metric);
    int touched = 0;
    for (int i = 0; i < instrument.combinations(); i++) {
      MemorySegment cell = memory.asSlice(at(metric, i), instrument.cellBytes());
      touched +=
          cell.mismatch(MemorySegment.ofArray(new long[instrument.cellBytes() / 8])) < 0 ? 0 : 1;
    }
    return touched;
  }

  long invalidInputs() {
    return memory.get(ValueLayout.JAVA_LONG, INVALID_INPUTS);
  }

  private long at(String metric, int combination) {
    return MARKS + instrument(metric).cellOffset(combination);
  }

  private InstrumentDescriptor instrument(String metric) {
    return descriptor().instruments().stream()
        .filter(each -> each.name().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static final class Half extends ActiveHalf {
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
      return MARKS;
    }

    @Override
    public void close() {}
  }
}

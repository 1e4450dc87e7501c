package io.numetry.exporter.random;

import io.numetry.core.TelemetryCore;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.schema.ValueType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A made-up set after its compilation: its generated class, by reflection. */
final class LoadedSet {
  private final SetSpec spec;
  private final MetricSetType<?> type;
  private final List<Method> methods = new ArrayList<>();
  private final List<Object[][]> constants = new ArrayList<>();
  private final @Nullable Method registration;
  private final MadeAttributes attributes;

  LoadedSet(SetSpec spec, ClassLoader loader) {
    this.spec = spec;
    try {
      Class<?> schema = loader.loadClass(spec.qualifiedName());
      this.type =
          (MetricSetType<?>)
              loader.loadClass(spec.qualifiedName() + "Set").getField("TYPE").get(null);
      this.registration =
          Arrays.stream(loader.loadClass(spec.qualifiedName() + "Set").getMethods())
              .filter(each -> each.getName().equals("register"))
              .findFirst()
              .orElse(null);
      this.attributes = new MadeAttributes(spec, loader);
      for (InstrumentSpec instrument : spec.instruments()) {
        Method method =
            Arrays.stream(schema.getMethods())
                .filter(each -> each.getName().equals(instrument.method()))
                .findFirst()
                .orElseThrow();
        methods.add(method);
        constants.add(
            Arrays.stream(method.getParameterTypes())
                .limit(instrument.dimensions().size())
                .map(Class::getEnumConstants)
                .toArray(Object[][]::new));
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(spec.source(), e);
    }
  }

  SetSpec spec() {
    return spec;
  }

  MetricSetType<?> type() {
    return type;
  }

  /** Some attributes to register the set with. */
  MadeAttributes.Choice attributes(Random random) {
    return attributes.next(random);
  }

  /** Registers the set, with records for its attributes if its schema has them. */
  RecordingSet register(TelemetryCore core, MadeAttributes.Choice choice) {
    if (choice.records().isEmpty()) {
      return core.register(type, choice.attributes());
    }
    List<Object> arguments = new ArrayList<>(choice.records());
    arguments.addFirst(core);
    try {
      return (RecordingSet) Objects.requireNonNull(registration).invoke(null, arguments.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(spec.source(), e);
    }
  }

  /** Records to an instrument, as a user's code does. */
  void record(RecordingSet set, int instrument, int combination, Number value, long count) {
    InstrumentSpec called = spec.instruments().get(instrument);
    int[] ordinals = called.ordinals(combination);
    @Nullable Object[] dimensions = new Object[ordinals.length];
    for (int i = 0; i < ordinals.length; i++) {
      dimensions[i] = constants.get(instrument)[i][ordinals[i]];
    }
    call(set, instrument, dimensions, value, count);
  }

  /** Records without the last of the dimensions' values. */
  void recordWithNull(RecordingSet set, int instrument, Number value) {
    call(set, instrument, new Object[constants.get(instrument).length], value, 1);
  }

  private void call(
      RecordingSet set, int instrument, @Nullable Object[] dimensions, Number value, long count) {
    InstrumentSpec called = spec.instruments().get(instrument);
    List<@Nullable Object> arguments = new ArrayList<>(Arrays.asList(dimensions));
    if (called.type() == ValueType.LONG) {
      arguments.add(value.longValue());
    } else {
      arguments.add(value.doubleValue());
    }
    if (called.counted()) {
      arguments.add(count);
    }
    try {
      methods.get(instrument).invoke(set, arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new AssertionError(called.method() + arguments, e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}

package io.numetry.codegen;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import java.lang.reflect.Field;

/** What the engine takes from a generated class, which it does by name here. */
final class GeneratedClass {
  private GeneratedClass() {}

  /** The constant {@code TYPE}; loading the class checks its offsets. */
  @SuppressWarnings("unchecked")
  static MetricSetType<? extends RecordingSet> type(ClassLoader loader, String className) {
    try {
      Field type = Class.forName(className, true, loader).getDeclaredField("TYPE");
      type.setAccessible(true);
      return (MetricSetType<? extends RecordingSet>) type.get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(className, e);
    }
  }
}

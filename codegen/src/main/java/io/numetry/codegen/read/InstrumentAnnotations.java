package io.numetry.codegen.read;

import io.numetry.schema.Counter;
import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Mmsc;
import io.numetry.schema.ObserveCounter;
import io.numetry.schema.ObserveUpDownCounter;
import io.numetry.schema.UpDownCounter;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which annotation stands for which instrument. */
public final class InstrumentAnnotations {
  private static final Map<Class<? extends Annotation>, InstrumentKind> KINDS =
      new LinkedHashMap<>();
  private static final Map<String, InstrumentKind> KINDS_BY_NAME = new LinkedHashMap<>();

  static {
    KINDS.put(Counter.class, InstrumentKind.COUNTER);
    KINDS.put(UpDownCounter.class, InstrumentKind.UP_DOWN_COUNTER);
    KINDS.put(ObserveCounter.class, InstrumentKind.OBSERVE_COUNTER);
    KINDS.put(ObserveUpDownCounter.class, InstrumentKind.OBSERVE_UP_DOWN_COUNTER);
    KINDS.put(Gauge.class, InstrumentKind.GAUGE);
    KINDS.put(Mmsc.class, InstrumentKind.MMSC);
    KINDS.put(Histogram.class, InstrumentKind.EXPONENTIAL_HISTOGRAM);
    KINDS.put(ExplicitHistogram.class, InstrumentKind.EXPLICIT_HISTOGRAM);
    KINDS.forEach((type, kind) -> KINDS_BY_NAME.put(type.getCanonicalName(), kind));
    if (!Set.copyOf(KINDS.values()).equals(Set.of(InstrumentKind.values()))) {
      throw new AssertionError("instrument annotations: kinds=" + KINDS.values());
    }
  }

  private InstrumentAnnotations() {}

  /** All of them. */
  public static Set<Class<? extends Annotation>> types() {
    return KINDS.keySet();
  }

  /** Simple names of the annotations whose methods start with {@code verb}; all, if none do. */
  public static List<String> namesFor(String verb) {
    List<String> fitting = names(kind -> kind.verb().equals(verb));
    return fitting.isEmpty() ? names(kind -> true) : fitting;
  }

  /** The instrument that an annotation stands for; null if it stands for none. */
  static @Nullable InstrumentKind kindOf(String qualifiedName) {
    return KINDS_BY_NAME.get(qualifiedName);
  }

  private static List<String> names(Predicate<InstrumentKind> wanted) {
    return KINDS.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(entry -> entry.getKey().getSimpleName())
        .toList();
  }
}

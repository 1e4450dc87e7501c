package io.numetry.exporter.random;

import io.numetry.memory.CheckedMode;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up what is recorded, and has the model record it, too. */
final class Measurements {
  private final Random random;
  private final NodeModel model;
  private long valid;
  private long invalid;

  /** What an observed counter may be told up to in this interval, for it has begun again. */
  private final Map<List<Object>, BigDecimal> ceilings = new HashMap<>();

  Measurements(Random random, NodeModel model) {
    this.random = random;
    this.model = model;
  }

  long valid() {
    return valid;
  }

  /** Inputs so far that instruments cannot take. */
  long invalid() {
    return invalid;
  }

  void intervalEnded() {
    ceilings.clear();
  }

  /** Calls on one core, to be made in this order. */
  List<Runnable> next(List<Owner.Registered> registered, int count) {
    List<Runnable> calls = new ArrayList<>();
    for (int i = 0; i < count && !registered.isEmpty(); i++) {
      Owner.Registered to = registered.get(random.nextInt(registered.size()));
      int instrument = random.nextInt(to.set().spec().instruments().size());
      calls.add(random.nextInt(20) == 0 ? invalid(to, instrument) : valid(to, instrument));
    }
    return calls;
  }

  private Runnable valid(Owner.Registered to, int index) {
    InstrumentSpec instrument = to.set().spec().instruments().get(index);
    int combination = random.nextInt(instrument.combinations());
    Number value = value(to, instrument, index, combination);
    long count = instrument.counted() ? count() : 1;
    if (instrument.isRecorded()) {
      model.record(to.model(), index, combination, value, count);
      valid++;
    }
    return () -> to.set().record(to.recorder(), index, combination, value, count);
  }

  private long count() {
    return random.nextInt(8) == 0 ? 0 : random.nextLong(1, random.nextInt(3) == 0 ? 1000 : 4);
  }

  private Number value(Owner.Registered to, InstrumentSpec instrument, int index, int combination) {
    Number value =
        instrument.type() == ValueType.LONG
            ? (Number) instrument.values().nextLong(random)
            : (Number) instrument.values().nextDouble(random);
    if (instrument.kind() == InstrumentKind.OBSERVE_COUNTER) {
      return total(to, instrument, index, combination, value);
    }
    return mayBeNegative(instrument) && random.nextInt(3) == 0 ? Numbers.negative(value) : value;
  }

  /**
   * What the keeper of a sum tells next: more than before, or that it began again. What it told
   * between two collections is not to be known; so it never begins again within an interval, and
   * then stays below what it told before.
   */
  private Number total(
      Owner.Registered to, InstrumentSpec instrument, int index, int combination, Number value) {
    List<Object> cell = List.of(to, index, combination);
    BigDecimal last = to.model().last(index, combination);
    boolean firstOfInterval = !ceilings.containsKey(cell);
    BigDecimal next = Numbers.exact(value);
    if (firstOfInterval) {
      ceilings.put(cell, next.compareTo(last) < 0 ? last : BigDecimal.valueOf(Double.MAX_VALUE));
      return value;
    }
    BigDecimal ceiling = ceilings.getOrDefault(cell, BigDecimal.ZERO);
    if (next.compareTo(last) >= 0 && next.compareTo(ceiling) < 0) {
      return value;
    }
    return instrument.type() == ValueType.LONG
        ? (Number) last.longValueExact()
        : (Number) last.doubleValue();
  }

  private Runnable invalid(Owner.Registered to, int index) {
    InstrumentSpec instrument = to.set().spec().instruments().get(index);
    List<Runnable> choices = new ArrayList<>();
    if (instrument.type() == ValueType.DOUBLE) {
      for (double bad :
          new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
        choices.add(() -> to.set().record(to.recorder(), index, 0, bad, 1));
      }
    }
    if (!mayBeNegative(instrument)) {
      long below = -1L - random.nextInt(1000);
      choices.add(() -> to.set().record(to.recorder(), index, 0, below, 1));
    }
    if (instrument.counted()) {
      choices.add(() -> to.set().record(to.recorder(), index, 0, 1L, -1));
    }
    if (!instrument.dimensions().isEmpty()) {
      choices.add(() -> to.set().recordWithNull(to.recorder(), index, 1L));
    }
    if (choices.isEmpty()) {
      return valid(to, index);
    }
    Runnable call = choices.get(random.nextInt(choices.size()));
    if (!instrument.isRecorded()) {
      return call;
    }
    invalid++;
    return CheckedMode.ENABLED ? () -> requireRefused(call) : call;
  }

  private static void requireRefused(Runnable call) {
    try {
      call.run();
    } catch (AssertionError refused) {
      return;
    }
    throw new IllegalStateException("an invalid value was taken");
  }

  private static boolean mayBeNegative(InstrumentSpec instrument) {
    return switch (instrument.kind()) {
      case COUNTER, OBSERVE_COUNTER -> false;
      case EXPONENTIAL_HISTOGRAM -> ((ExponentialLayout) instrument.layout()).negatives();
      case UP_DOWN_COUNTER, OBSERVE_UP_DOWN_COUNTER, GAUGE, MMSC, EXPLICIT_HISTOGRAM -> true;
    };
  }
}

package io.numetry.exporter.random;

import io.numetry.exporter.random.DimensionSpec.EnumSpec;
import io.numetry.schema.CellLayout;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes up metric sets. */
final class SchemaGenerator {
  /** Words of methods, and what they are in a metric's name. */
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("Received", "received"),
          Map.entry("BytesIn", "bytes_in"),
          Map.entry("HTTPRequests", "http_requests"),
          Map.entry("Queue2Depth", "queue2_depth"),
          Map.entry("TimeToFirstAnswer", "time_to_first_answer"),
          Map.entry("X", "x"),
          Map.entry("RetriesOfLane7", "retries_of_lane7"),
          Map.entry("PoolSize", "pool_size"),
          Map.entry("UsedCPU", "used_cpu"),
          Map.entry("Errors", "errors"),
          Map.entry("GCPauses", "gc_pauses"),
          Map.entry("Level", "level"));

  private static final List<String> UNITS =
      List.of("{thing}", "s", "By", "{message}", "Cel", "By/s");
  private static final InstrumentKind[] KINDS = InstrumentKind.values();

  private final Random random;

  SchemaGenerator(Random random) {
    this.random = random;
  }

  SetSpec next(int number) {
    String set = (random.nextBoolean() ? "made" : "made.deeper") + ".set" + number;
    List<EnumSpec> enums = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      enums.add(enumOf(enums.size()));
    }
    List<Map.Entry<String, String>> words = new ArrayList<>(WORDS);
    Collections.shuffle(words, random);
    List<InstrumentSpec> instruments = new ArrayList<>();
    for (int i = random.nextInt(1, 11); i > 0; i--) {
      instruments.add(instrument(set, words.removeLast(), enums));
    }
    return new SetSpec(
        "Made" + number + "Metrics",
        set,
        "Set " + number + ", made up.",
        enums,
        new AttributeSetGenerator(random, enums).next(),
        instruments);
  }

  private EnumSpec enumOf(int number) {
    List<String> constants = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = random.nextInt(1, 7); i > 0; i--) {
      String constant = "CASE_" + i;
      constants.add(constant);
      values.add(random.nextInt(3) == 0 ? "Größe #" + i : constant.toLowerCase(Locale.ROOT));
    }
    if (random.nextInt(3) == 0) {
      values.set(random.nextInt(values.size()), "");
    }
    String name = "Enum" + number;
    return new EnumSpec(
        name, random.nextInt(3) == 0 ? "made.key_of_enum" + number : "", constants, values);
  }

  private InstrumentSpec instrument(
      String set, Map.Entry<String, String> words, List<EnumSpec> enums) {
    InstrumentKind kind = KINDS[random.nextInt(KINDS.length)];
    boolean given = random.nextInt(4) == 0;
    String metric =
        given ? "given." + set + "." + words.getValue() + ".x" : set + "." + words.getValue();
    ValueStyle[] styles = ValueStyle.values();
    return new InstrumentSpec(
        kind,
        random.nextBoolean() ? ValueType.LONG : ValueType.DOUBLE,
        kind.verb() + words.getKey(),
        metric,
        given,
        UNITS.get(random.nextInt(UNITS.size())),
        "What " + words.getKey() + " is.",
        dimensions(enums),
        layout(kind),
        kind.isDistribution() && random.nextInt(3) == 0,
        switch (random.nextInt(12)) {
          case 0 -> DetailLevel.DETAILED;
          case 1 -> DetailLevel.BASIC;
          default -> DetailLevel.NORMAL;
        },
        random.nextInt(6) == 0 ? List.of(metric + "_once", "former." + metric) : List.of(),
        styles[random.nextInt(styles.length)]);
  }

  private List<DimensionSpec> dimensions(List<EnumSpec> enums) {
    List<EnumSpec> left = new ArrayList<>(enums);
    Collections.shuffle(left, random);
    List<DimensionSpec> dimensions = new ArrayList<>();
    for (int i = Math.min(left.size(), random.nextInt(4)); i > 0; i--) {
      EnumSpec type = left.removeLast();
      String parameter = "kindOf" + type.name();
      String annotation =
          random.nextInt(3) == 0 ? "made.given." + type.name().toLowerCase(Locale.ROOT) : "";
      String derived = "kind_of_" + type.name().toLowerCase(Locale.ROOT);
      String key =
          annotation.isEmpty()
              ? type.annotation().isEmpty() ? derived : type.annotation()
              : annotation;
      dimensions.add(new DimensionSpec(type, parameter, annotation, key));
    }
    return dimensions;
  }

  private CellLayout layout(InstrumentKind kind) {
    boolean own = random.nextInt(4) > 0;
    if (kind == InstrumentKind.EXPONENTIAL_HISTOGRAM) {
      // With as many combinations as there can be, a slot still is far from its limit.
      int buckets = random.nextInt(4) == 0 ? random.nextInt(100, 200) : random.nextInt(3, 40);
      return own
          ? new ExponentialLayout(buckets, random.nextInt(-10, 21), random.nextBoolean())
          : kind.defaultLayout();
    }
    if (kind == InstrumentKind.EXPLICIT_HISTOGRAM) {
      return own ? new ExplicitLayout(boundaries()) : kind.defaultLayout();
    }
    return kind.defaultLayout();
  }

  private double[] boundaries() {
    double[] boundaries = new double[random.nextInt(1, 12)];
    double at = random.nextInt(3) == 0 ? -100 : random.nextInt(3);
    for (int i = 0; i < boundaries.length; i++) {
      boundaries[i] = at;
      at += Math.scalb(1.0, random.nextInt(-3, 12));
    }
    return boundaries;
  }
}

package io.numetry.self;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.AttributeDescriptor;
import io.numetry.schema.Dimension;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the guide shows of Numetry's metrics of itself is what their schemas say. */
class SelfReferenceTest {
  private static final Path GUIDE = Path.of("../docs/guide.md");
  private static final Path GENERATED = Path.of("src/generated/java/io/numetry/self");
  private static final String BEGIN = "<!-- begin: metrics of itself -->\n\n";
  private static final String END = "\n<!-- end: metrics of itself -->";

  static List<MetricSetDescriptor> sets() throws IOException {
    try (Stream<Path> files = Files.list(GENERATED)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("MetricsSet.java"))
          .map(name -> descriptor("io.numetry.self." + name.replace(".java", "")))
          .sorted(Comparator.comparing(MetricSetDescriptor::name))
          .toList();
    }
  }

  private static MetricSetDescriptor descriptor(String className) {
    try {
      return (MetricSetDescriptor) Class.forName(className).getField("DESCRIPTOR").get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(className, e);
    }
  }

  @Test
  void theGuideListsEachMetric() throws IOException {
    var text = new StringBuilder();
    for (MetricSetDescriptor set : sets()) {
      append(text, set);
    }
    String guide = Files.readString(GUIDE);
    int begin = guide.indexOf(BEGIN) + BEGIN.length();
    int end = guide.indexOf(END);
    assertThat(begin).isBetween(BEGIN.length(), end);
    if (Boolean.getBoolean("numetry.regenerate")) {
      Files.writeString(GUIDE, guide.substring(0, begin) + text + guide.substring(end));
      Assumptions.abort("regenerated " + GUIDE + ": look at the difference and run again");
    }
    assertThat(guide.substring(begin, end))
        .as("%s (-Dnumetry.regenerate=true writes it anew)", GUIDE)
        .isEqualTo(text.toString());
  }

  @Test
  void noNameIsUsedTwice() throws IOException {
    List<String> names =
        sets().stream()
            .flatMap(set -> set.instruments().stream())
            .map(InstrumentDescriptor::name)
            .toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(30);
  }

  private static void append(StringBuilder text, MetricSetDescriptor set) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append("**`").append(set.name()).append("`** ").append(set.brief());
    String given = listed(set.attributes().stream().map(AttributeDescriptor::key));
    text.append(given.isEmpty() ? "" : " On each point, if it has a value: " + given + ".");
    text.append("\n\n");
    text.append("| metric | kind | unit | attributes | |\n| --- | --- | --- | --- | --- |\n");
    for (InstrumentDescriptor instrument : set.instruments()) {
      text.append(
          "| `%s` | %s | `%s` | %s | %s |\n"
              .formatted(
                  instrument.name(),
                  kind(instrument.kind()),
                  instrument.unit(),
                  listed(instrument.dimensions().stream().map(Dimension::key)),
                  instrument.brief()));
    }
    for (String values : values(set)) {
      text.append('\n').append(values).append('\n');
    }
  }

  private static String listed(Stream<String> names) {
    return names.map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  /** What each dimension of the set can be, once for those that are alike. */
  private static List<String> values(MetricSetDescriptor set) {
    var lines = new TreeSet<String>();
    for (InstrumentDescriptor instrument : set.instruments()) {
      for (Dimension dimension : instrument.dimensions()) {
        String listed =
            listed(dimension.values().stream().filter(value -> !value.equals(Dimension.ABSENT)));
        boolean isOptional = dimension.values().contains(Dimension.ABSENT);
        lines.add(
            "`%s` is %s%s.".formatted(dimension.key(), isOptional ? "left out, or " : "", listed));
      }
    }
    return List.copyOf(lines);
  }

  private static String kind(InstrumentKind kind) {
    return switch (kind) {
      case COUNTER, OBSERVE_COUNTER -> "Counter";
      case UP_DOWN_COUNTER, OBSERVE_UP_DOWN_COUNTER -> "UpDownCounter";
      case GAUGE -> "Gauge";
      case MMSC -> "Histogram, no bounds";
      case EXPLICIT_HISTOGRAM -> "Histogram";
      case EXPONENTIAL_HISTOGRAM -> "ExponentialHistogram";
    };
  }
}

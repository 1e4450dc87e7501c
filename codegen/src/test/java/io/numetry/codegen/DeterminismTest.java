package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The same schema gives the same source, whatever is around it. */
class DeterminismTest {
  private static final JavaFileObject FIRST = set("First", "addIncoming", "setIdle", "recordIo");
  private static final JavaFileObject SECOND = set("Second", "addOutgoing", "setBusy", "recordGap");

  @Test
  void shouldNotDependOnTheOrderOfSourcesNorOnEarlierRuns() {
    Map<String, String> once = generate(List.of(FIRST, SECOND));

    assertThat(generate(List.of(SECOND, FIRST))).isEqualTo(once);
    assertThat(generate(List.of(FIRST, SECOND))).isEqualTo(once);
    assertThat(once).hasSize(2);
  }

  @Test
  void shouldNotDependOnOtherSources() {
    assertThat(generate(List.of(FIRST, SECOND))).containsAllEntriesOf(generate(List.of(FIRST)));
  }

  /** In Turkish, a capital dotless i is not the capital of the one with a dot. */
  @Test
  void shouldNotDependOnTheLocale() {
    Map<String, String> anywhere = generate(List.of(FIRST));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr", "TR"));
    try {
      assertThat("I".toLowerCase(Locale.getDefault())).isNotEqualTo("i");
      assertThat(generate(List.of(FIRST))).isEqualTo(anywhere);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Map<String, String> generate(List<JavaFileObject> sources) {
    Compilation compilation = Compile.withProcessor(sources);
    return Compile.generatedSources(compilation);
  }

  private static JavaFileObject set(String name, String counter, String gauge, String mmsc) {
    return Compile.source(
        "gateway." + name,
        """
        package gateway;

        import io.numetry.schema.*;

        @MetricSet(name = "gateway.%s", brief = "Things.")
        public interface %s {
          @Counter(unit = "{thing}", brief = "Things.")
          void %sI(long count);

          @Gauge(unit = "1", brief = "Things.")
          void %s(double value);

          @Mmsc(unit = "1", brief = "Things.")
          void %s(double value);
        }
        """
            .formatted(name.toLowerCase(Locale.ROOT), name, counter, gauge, mmsc));
  }
}

package io.numetry.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.codegen.DiskCompile.Fault;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class whose enum was compiled again without it does not load: no ordinal leads astray. */
class EnumDriftTest {
  private static final JavaFileObject SCHEMA =
      Compile.source(
          "gateway.ReceiverMetrics",
          """
          package gateway;

          import io.numetry.schema.*;

          @MetricSet(name = "gateway.receiver", brief = "Frames taken.", item = Lane.class)
          public interface ReceiverMetrics {
            @Counter(unit = "{frame}", brief = "Frames.")
            void addFrames(Side side, long count);
          }
          """);

  private static final JavaFileObject LANE =
      Compile.source(
          "gateway.Lane",
          """
          package gateway;

          @io.numetry.schema.AttributeSet(prefix = "gateway.lane")
          public record Lane(@io.numetry.schema.Attribute("gateway.lane.side") Side side, int number) {}
          """);

  @TempDir private Path classes;

  @ParameterizedTest
  @ValueSource(strings = {"NEAR, FAR, BEYOND", "NEAR", "FAR, NEAR", "NEAR, AWAY"})
  void shouldRefuseAnEnumWithOtherConstants(String constants) throws Exception {
    assertThat(compile(SCHEMA, LANE, side("NEAR, FAR"))).isEmpty();
    assertThat(compile(side(constants))).isEmpty();

    try (URLClassLoader loader = loader()) {
      assertRefused(loader, "gateway.ReceiverMetricsSet", "gateway.receiver", constants);
      assertRefused(loader, "gateway.LaneAttributes", "Lane", constants);
    }
  }

  @Test
  void shouldTakeTheSameEnumCompiledAgain() throws Exception {
    assertThat(compile(SCHEMA, LANE, side("NEAR, FAR"))).isEmpty();
    assertThat(compile(side("NEAR, FAR"))).isEmpty();

    try (URLClassLoader loader = loader()) {
      assertThat(GeneratedClass.type(loader, "gateway.ReceiverMetricsSet").descriptor().name())
          .isEqualTo("gateway.receiver");
    }
  }

  /** An incremental build hands over the schema alone; all that it names are class files. */
  @Test
  void shouldReadWhatAKeyFollowsFromInClassFiles() throws Exception {
    assertThat(compile(LANE, side("NEAR, @io.numetry.schema.AttributeValue(\"away\") FAR")))
        .isEmpty();
    assertThat(compile(SCHEMA)).isEmpty();

    try (URLClassLoader loader = loader()) {
      var descriptor = GeneratedClass.type(loader, "gateway.ReceiverMetricsSet").descriptor();
      assertThat(descriptor.attributes())
          .extracting(each -> each.key())
          .containsExactly("gateway.lane.side", "gateway.lane.number");
      assertThat(descriptor.instruments().getFirst().dimensions().getFirst().values())
          .containsExactly("near", "away");
    }
  }

  private static void assertRefused(
      ClassLoader loader, String className, String user, String constants) {
    assertThatThrownBy(() -> Class.forName(className, true, loader))
        .isInstanceOf(ExceptionInInitializerError.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "%s: compiled for another gateway.Side: constants=[NEAR, FAR], this one's are [%s];"
                    .formatted(user, constants)
                + " compile the schema again together with the enum");
  }

  private static JavaFileObject side(String constants) {
    return Compile.source(
        "gateway.Side",
        "package gateway; @io.numetry.schema.Attribute(\"gateway.edge\") public enum Side { "
            + constants
            + " }");
  }

  private List<Fault> compile(JavaFileObject... sources) {
    return DiskCompile.errors(classes, List.of(sources));
  }

  private URLClassLoader loader() throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, EnumDriftTest.class.getClassLoader());
  }
}

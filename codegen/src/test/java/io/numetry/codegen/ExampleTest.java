package io.numetry.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import io.numetry.attribute.Attributes;
import io.numetry.attribute.CombinationAttributes;
import io.numetry.attribute.ErrorType;
import io.numetry.attribute.Outcome;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.Dimension;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.MmscCell;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of the documentation, which has every feature: its cells, and its attributes. */
class ExampleTest {
  static final Path EXAMPLE = Path.of("src/test/resources/golden/example");

  private static final String FRAME_TYPE = "gateway.ReceiverMetrics$FrameType";
  private static final String SET = "gateway.ReceiverMetricsSet";

  private ClassLoader loader;
  private RecordingRig rig;

  @BeforeEach
  void compile() throws IOException {
    Compilation compilation = Compile.withProcessor(sources());
    assertThat(compilation).succeededWithoutWarnings();
    loader = Compile.load(compilation);
    rig = new RecordingRig(loader, SET);
  }

  @Test
  void shouldRecordEachCombinationToItsOwnCell() throws Exception {
    List<Long> expected = new ArrayList<>();
    for (String type : List.of("ORDER", "QUOTE", "HEART_BEAT", "UNKNOWN")) {
      for (Outcome outcome : Outcome.values()) {
        long frames = 100L + expected.size();
        rig.call("addFrames", rig.constant(FRAME_TYPE, type), outcome, frames);
        expected.add(frames);
      }
    }

    for (int i = 0; i < expected.size(); i++) {
      assertThat(rig.longAt("gateway.receiver.frames", i, 0)).isEqualTo(expected.get(i));
    }
    assertThat(expected).hasSize(12);
    assertThat(rig.touchedCells("gateway.receiver.failures")).isZero();
  }

  @Test
  void shouldRecordNumbers() throws Exception {
    rig.call("addFailures", ErrorType.TIMEOUT, 2L);
    rig.call("addFailures", ErrorType.OTHER, 3L);
    rig.call("addInFlight", rig.constant(FRAME_TYPE, "QUOTE"), -4L);
    rig.call("observeBusyTime", 1.5);
    rig.call("observeBusyTime", 2.5);
    rig.call("observeBuffers", -7L);
    rig.call("setFill", 0.5);
    rig.call("addTraffic", 9L);

    assertThat(rig.longAt("gateway.receiver.failures", 0, 0)).isEqualTo(2);
    assertThat(rig.longAt("gateway.receiver.failures", 9, 0)).isEqualTo(3);
    assertThat(rig.longAt("gateway.receiver.in_flight", 1, 0)).isEqualTo(-4);
    assertThat(rig.doubleAt("gateway.receiver.busy_time", 0, 0)).isEqualTo(2.5);
    assertThat(rig.longAt("gateway.receiver.buffers", 0, 0)).isEqualTo(-7);
    assertThat(rig.doubleAt("gateway.receiver.fill", 0, 0)).isEqualTo(0.5);
    assertThat(rig.longAt("gateway.receiver.traffic", 0, 0)).isEqualTo(9);
    assertThat(rig.invalidInputs()).isZero();
  }

  @Test
  void shouldRecordDistributionsOneByOneAndManyAtATime() throws Exception {
    rig.call("recordSize", rig.constant(FRAME_TYPE, "HEART_BEAT"), 20L, 3L);
    rig.call("recordSize", rig.constant(FRAME_TYPE, "HEART_BEAT"), 5L, 0L);
    rig.call("recordLatency", Outcome.FAILURE, 0.25);
    rig.call("recordLatency", Outcome.FAILURE, 0.5);
    rig.call("recordBatch", 3L);
    rig.call("recordBatch", 100L);
    rig.call("recordQueue", 7L, 4L);

    String size = "gateway.receiver.size";
    assertThat(rig.touchedCells(size)).isEqualTo(1);
    assertThat(rig.longAt(size, 2, MmscCell.MIN)).isEqualTo(20);
    assertThat(rig.longAt(size, 2, MmscCell.SUM)).isEqualTo(60);
    assertThat(rig.longAt(size, 2, MmscCell.COUNT)).isEqualTo(3);
    String latency = "gateway.receiver.latency";
    assertThat(rig.touchedCells(latency)).isEqualTo(1);
    assertThat(rig.doubleAt(latency, 1, ExponentialLayout.SUM)).isEqualTo(0.75);
    assertThat(rig.doubleAt(latency, 1, ExponentialLayout.MAX)).isEqualTo(0.5);
    String batch = "gateway.receiver.batch";
    assertThat(rig.longAt(batch, 0, ExplicitLayout.COUNT)).isEqualTo(2);
    assertThat(rig.longAt(batch, 0, ExplicitLayout.SUM)).isEqualTo(103);
    assertThat(rig.longAt(batch, 0, ExplicitLayout.BUCKETS + 2 * Long.BYTES)).isEqualTo(1);
    assertThat(rig.longAt(batch, 0, ExplicitLayout.BUCKETS + 5 * Long.BYTES)).isEqualTo(1);
    String queue = "gateway.queue.length";
    assertThat(rig.longAt(queue, 0, ExplicitLayout.COUNT)).isEqualTo(4);
    assertThat(rig.longAt(queue, 0, ExplicitLayout.SUM)).isEqualTo(28);
    assertThat(rig.invalidInputs()).isZero();
  }

  @Test
  void shouldDropAndCountWhatLacksAnAttribute() throws Exception {
    rig.call("addFrames", null, Outcome.SUCCESS, 1L);
    rig.call("addFrames", rig.constant(FRAME_TYPE, "ORDER"), null, 1L);
    rig.call("addFrames", null, null, 1L);
    rig.call("recordLatency", null, 1.0);

    assertThat(rig.touchedCells("gateway.receiver.frames")).isZero();
    assertThat(rig.touchedCells("gateway.receiver.latency")).isZero();
    assertThat(rig.invalidInputs()).isEqualTo(4);
  }

  @Test
  void shouldDropAndCountANegativeCount() throws Exception {
    rig.call("recordSize", rig.constant(FRAME_TYPE, "ORDER"), 20L, -1L);
    rig.call("recordQueue", 7L, -1L);

    assertThat(rig.touchedCells("gateway.receiver.size")).isZero();
    assertThat(rig.touchedCells("gateway.queue.length")).isZero();
    assertThat(rig.invalidInputs()).isEqualTo(2);
  }

  /** The constant that the method looks at is this process's answer. */
  @Test
  void shouldNotRecordWhatIsTooDetailed() throws Exception {
    assertThat(DetailLevel.DETAILED.isRecorded()).isFalse();
    assertThat(recorded("BASIC")).isTrue();
    assertThat(recorded("NORMAL")).isTrue();
    assertThat(recorded("DETAILED")).isFalse();

    rig.call("recordSkew", -0.5, 2L);
    rig.call("recordSkew", Double.NaN, 2L);

    assertThat(rig.touchedCells("gateway.receiver.skew")).isZero();
    assertThat(rig.invalidInputs()).isZero();
  }

  @Test
  void shouldMakeAttributesOfARecord() throws Exception {
    Object place = record("gateway.Place", "eu", 3);
    Object receiver =
        record(
            "gateway.Receiver",
            "north",
            true,
            (short) 2,
            4317L,
            0.5,
            rig.constant("gateway.Role", "STAND_BY"),
            "xetr",
            place,
            new String[] {"a", "b"},
            new boolean[] {true, false},
            new int[] {1, 2},
            new long[] {3, 4},
            new double[] {0.25},
            new byte[] {5},
            Attributes.of("team", "core"));

    Attributes attributes = attributes("gateway.ReceiverAttributes", receiver);

    assertThat(attributes)
        .isEqualTo(
            Attributes.builder()
                .put("gateway.receiver.name", "north")
                .put("gateway.receiver.encrypted", true)
                .put("gateway.receiver.priority", 2)
                .put("gateway.receiver.port", 4317)
                .put("gateway.receiver.weight", 0.5)
                .put("gateway.receiver.role", "stand-by")
                .put("gateway.venue", "xetr")
                .put("gateway.place.region", "eu")
                .put("gateway.place.floor", 3)
                .put("gateway.receiver.peers", "a", "b")
                .put("gateway.receiver.lights", true, false)
                .put("gateway.receiver.cpus", 1L, 2L)
                .put("gateway.receiver.limits", 3L, 4L)
                .put("gateway.receiver.shares", new double[] {0.25})
                .put("gateway.receiver.digest", new byte[] {5})
                .put("gateway.receiver.labels", Attributes.of("team", "core"))
                .build());
    rig.descriptor()
        .attributes()
        .forEach(
            each -> {
              if (attributes.containsKey(each.key())) {
                assertThat(attributes.type(each.key())).as(each.key()).isEqualTo(each.type());
              }
            });
    assertThat(rig.descriptor().attributes()).hasSize(attributes.size() + 1);
  }

  @Test
  void shouldLeaveOutWhatIsNull() throws Exception {
    Object receiver =
        record(
            "gateway.Receiver",
            null,
            true,
            (short) 2,
            4317L,
            0.5,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(attributes("gateway.ReceiverAttributes", receiver))
        .isEqualTo(
            Attributes.builder()
                .put("gateway.receiver.encrypted", true)
                .put("gateway.receiver.priority", 2)
                .put("gateway.receiver.port", 4317)
                .put("gateway.receiver.weight", 0.5)
                .build());
    assertThat(attributes("gateway.PlaceAttributes", record("gateway.Place", "eu", null)))
        .isEqualTo(Attributes.of("gateway.place.region", "eu"));
  }

  @Test
  void shouldLeaveOutWhatIsAbsent() throws Exception {
    Object receiver =
        record(
            "gateway.Receiver",
            null,
            true,
            (short) 2,
            4317L,
            0.5,
            rig.constant("gateway.Role", "NONE"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(
            attributes("gateway.ReceiverAttributes", receiver).containsKey("gateway.receiver.role"))
        .isFalse();
    assertThat(CombinationAttributes.of(dimensions("gateway.receiver.frames"), 9))
        .isEqualTo(Attributes.of("outcome", "success"));
    assertThat(CombinationAttributes.of(dimensions("gateway.receiver.frames"), 8))
        .isEqualTo(Attributes.of("gateway.frame.type", "heart-beat", "outcome", "refused"));
  }

  private List<Dimension> dimensions(String metric) {
    return rig.descriptor().instruments().stream()
        .filter(each -> each.name().equals(metric))
        .findFirst()
        .orElseThrow()
        .dimensions();
  }

  @Test
  void shouldRefuseARecordThatIsNull() {
    assertThatThrownBy(() -> attributes("gateway.ReceiverAttributes", null))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attribute set Receiver: is null; give one instead");
  }

  static List<JavaFileObject> sources() throws IOException {
    return Goldens.read(EXAMPLE.resolve("input"), file -> true).entrySet().stream()
        .map(
            each ->
                Compile.source(
                    each.getKey().replace(".java", "").replace('/', '.'), each.getValue()))
        .toList();
  }

  private boolean recorded(String level) throws ReflectiveOperationException {
    var field = Class.forName(SET, true, loader).getDeclaredField(level);
    field.setAccessible(true);
    return field.getBoolean(null);
  }

  private Object record(String className, Object... components)
      throws ReflectiveOperationException {
    return Class.forName(className, true, loader)
        .getDeclaredConstructors()[0]
        .newInstance(components);
  }

  private Attributes attributes(String className, Object record)
      throws ReflectiveOperationException {
    String recordName = className.replace("Attributes", "");
    return (Attributes)
        Class.forName(className, true, loader)
            .getMethod("of", Class.forName(recordName, true, loader))
            .invoke(null, record);
  }
}

package io.numetry.examples.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.attribute.Outcome;
import io.numetry.core.TelemetryCore;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.MetricSnapshot;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.SnapshotReader;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the examples say happens. */
class FeaturesTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final SnapshotReader reader = SnapshotReader.cumulative();

  /** Records on a core of this thread, and reads. */
  private MetricSnapshot read(
      Consumer<TelemetryBuilder> options, Consumer<TelemetryCore> recording) {
    try (Telemetry telemetry = start(options);
        TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"))) {
      recording.accept(core);
      core.idle();
      return read();
    }
  }

  private MetricSnapshot read() {
    MetricSnapshot snapshot = reader.read(LONG);
    assertThat(snapshot.complete()).isTrue();
    return snapshot;
  }

  private Telemetry start(Consumer<TelemetryBuilder> options) {
    TelemetryBuilder builder =
        Telemetry.builder().interval(Duration.ofHours(1)).exporter(reader); // reading collects
    options.accept(builder);
    return builder.start();
  }

  private MetricSnapshot read(Consumer<TelemetryCore> recording) {
    return read(builder -> {}, recording);
  }

  private static MetricPoint only(List<MetricPoint> points) {
    assertThat(points).hasSize(1);
    return points.getFirst();
  }

  @Test
  void eachCombinationOfDimensionsIsAPoint() {
    MetricSnapshot snapshot =
        read(
            core -> {
              UploadMetricsSet metrics = core.register(UploadMetricsSet.TYPE);
              Dimensions.ended(metrics, true);
              Dimensions.ended(metrics, true);
              Dimensions.ended(metrics, false);
            });
    assertThat(snapshot.of("shop.uploads.ended"))
        .extracting(
            point -> point.attributes().get("outcome"),
            point -> point.attributes().get("shop.upload.encoding"),
            MetricPoint::value)
        .containsExactlyInAnyOrder(
            tuple("success", "x-gzip", new PointValue.LongValue(2)),
            tuple("refused", "x-gzip", new PointValue.LongValue(1)));
  }

  @Test
  void manyEqualValuesAreRecordedAtOnce() {
    MetricSnapshot snapshot =
        read(
            core ->
                Histograms.batch(
                    core.register(UploadMetricsSet.TYPE), new double[] {0.25, 0.5}, 1_000));
    assertThat(only(snapshot.of("shop.uploads.files")).value())
        .isEqualTo(
            new PointValue.Buckets(
                new PointValue.Summary(1_000, 3_000, 3, 3),
                List.of(1.0, 10.0, 100.0),
                List.of(0L, 1_000L, 0L, 0L)));
    var duration =
        (PointValue.ExponentialBuckets) only(snapshot.of("shop.uploads.duration")).value();
    assertThat(duration.summary()).isEqualTo(new PointValue.Summary(2, 0.75, 0.25, 0.5));
  }

  @Test
  void aTimerRecordsHowLongASectionTook() {
    MetricSnapshot snapshot =
        read(
            core -> {
              var timing = new Timing(core.register(UploadMetricsSet.TYPE));
              timing.accept(() -> {});
              timing.attempt(() -> {});
              assertThatThrownBy(
                      () ->
                          timing.attempt(
                              () -> {
                                throw new IllegalStateException("broken off");
                              }))
                  .hasMessage("broken off");
            });
    assertThat(snapshot.of("shop.uploads.duration"))
        .extracting(
            point -> point.attributes().get("outcome"),
            point -> ((PointValue.ExponentialBuckets) point.value()).summary().count())
        .containsExactlyInAnyOrder(tuple("success", 2L), tuple("failure", 1L));
  }

  @Test
  void attributeSetsAreOnEveryPoint() {
    MetricSnapshot snapshot = read(core -> Registration.register(core).addParcels(3));
    MetricPoint point = only(snapshot.of("shop.dock.parcels"));
    assertThat(point.attributes().get("shop.warehouse.name")).isEqualTo("north");
    assertThat(point.attributes().get("shop.country")).isEqualTo("de");
    assertThat(point.attributes().get("shop.dock.number")).isEqualTo(4L);
  }

  @Test
  void aFamilyIsBounded() {
    MetricSnapshot snapshot =
        read(
            core -> {
              var topics = new Topics(core, 2);
              for (String topic : List.of("a", "b", "c", "d", "a")) {
                topics.open(topic).addPublished(1);
              }
              topics.close("b");
              topics.open("e").addPublished(5);
            });
    assertThat(snapshot.of("shop.topic.published"))
        .extracting(
            point -> point.attributes().get("shop.topic.name"),
            point -> point.attributes().get("otel.metric.overflow"),
            MetricPoint::value)
        .containsExactlyInAnyOrder(
            tuple("a", null, new PointValue.LongValue(2)),
            tuple("b", null, new PointValue.LongValue(1)),
            tuple(null, true, new PointValue.LongValue(2)),
            tuple("e", null, new PointValue.LongValue(5)));
  }

  @Test
  void viewsRenameMergeAndDrop() {
    MetricSnapshot snapshot =
        read(
            Options::views,
            core -> {
              UploadMetricsSet metrics = core.register(UploadMetricsSet.TYPE);
              metrics.addEnded(Outcome.SUCCESS, Encoding.PLAIN, 3);
              metrics.addEnded(Outcome.SUCCESS, Encoding.GZIP, 4);
              metrics.recordDuration(Outcome.SUCCESS, 0.5);
              core.register(TopicMetricsSet.TYPE).addPublished(1);
            });
    assertThat(only(snapshot.of("shop.uploads.ended")).value())
        .isEqualTo(new PointValue.LongValue(7));
    assertThat(snapshot.of("shop.upload.duration")).hasSize(1);
    assertThat(snapshot.of("shop.uploads.duration")).isEmpty();
    assertThat(snapshot.of("shop.topic.published")).isEmpty();
  }

  @Test
  void aClosedCoreLeavesItsSumsBehindUnlessTheyAreItsOwn() {
    try (Telemetry telemetry = start(Options::levels)) {
      TelemetryCore core = telemetry.openCore(CoreOptions.floating().named("main"));
      UploadMetricsSet uploads = core.register(UploadMetricsSet.TYPE);
      uploads.addEnded(Outcome.SUCCESS, Encoding.PLAIN, 3);
      uploads.observeRead(4_096);
      uploads.setOpen(2);
      Registration.register(core).addParcels(5);
      core.close();

      MetricSnapshot last = read();
      assertThat(only(last.of("shop.uploads.ended")).attributes().containsKey("numa.node.id"))
          .isFalse();
      assertThat(only(last.of("shop.dock.parcels")).attributes().get("numetry.core.name"))
          .isEqualTo("main");
      assertThat(only(last.of("shop.uploads.open")).value()).isEqualTo(new PointValue.LongValue(2));

      MetricSnapshot end = read();
      assertThat(only(end.of("shop.uploads.open")).value()).isInstanceOf(PointValue.Ended.class);
      assertThat(only(end.of("shop.dock.parcels")).value()).isInstanceOf(PointValue.Ended.class);

      MetricSnapshot after = read();
      assertThat(only(after.of("shop.uploads.ended")).value())
          .isEqualTo(new PointValue.LongValue(3));
      assertThat(only(after.of("shop.uploads.read")).value())
          .isEqualTo(new PointValue.LongValue(4_096));
      assertThat(after.of("shop.uploads.open")).isEmpty();
      assertThat(after.of("shop.dock.parcels")).isEmpty();
    }
  }

  @Test
  void aSnapshotIsReadInTheProcess() {
    try (Telemetry telemetry = start(builder -> {});
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      Dimensions.ended(core.register(UploadMetricsSet.TYPE), true);
      core.idle();
      assertThat(Snapshots.endedUploads(reader)).isEqualTo(1);
    }
  }

  @Test
  void healthIsOneDocument() {
    try (Telemetry telemetry = Telemetry.builder().start();
        TelemetryCore core = telemetry.openCore(CoreOptions.floating())) {
      core.idle();
      assertThat(Health.answer(telemetry))
          .startsWith("{\"healthy\":true,\"exporters\":[],\"aggregators\":[{\"node\":")
          .endsWith("\"cores_not_polling\":[]}]}");
    }
  }

  @Test
  void formerNamesAreThereWhileTelemetryIsTold() {
    Consumer<TelemetryCore> recording = core -> Registration.register(core).addParcels(3);
    assertThat(
            only(read(Options::formerNames, recording).of("shop.dock.parcels"))
                .instrument()
                .formerNames())
        .containsExactly("shop.packets");
    assertThat(only(read(recording).of("shop.dock.parcels")).instrument().formerNames()).isEmpty();
  }

  @Test
  void whatIsMoreDetailedThanTheProcessWantsIsNotRecorded() {
    MetricSnapshot snapshot = read(core -> core.register(UploadMetricsSet.TYPE).addChunks(1));
    assertThat(snapshot.of("shop.uploads.chunks")).isEmpty();
  }
}

package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.Version;
import io.numetry.aggregate.AggregationLevel;
import io.numetry.attribute.Attributes;
import io.numetry.config.ResourceAttributes;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.testkit.Oracle;
import io.numetry.exporter.testkit.WireExporter;
import io.numetry.memory.CheckedMode;
import io.numetry.numa.NumaSystem;
import io.numetry.record.RecordingSet;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * Some made-up sets in one telemetry: several owners register them, record, and close them, over
 * many collections; each export is compared with the model.
 *
 * <p>Two exporters take every collection. A third, in between and while owners record, makes for
 * flips that nobody can foresee.
 */
final class Scenario {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Attributes RESOURCE = Attributes.of("service.name", "random");

  private static final List<AggregationLevel> LEVELS = List.of(AggregationLevel.values());
  private static final List<TemporalityPreference> PREFERENCES =
      List.of(TemporalityPreference.values());

  /** The exporter that is on demand. */
  private static final int THIRD = 2;

  private static final int NODE = NumaSystem.system().topology().nodes().getFirst().id();

  private final Random random;
  private final List<LoadedSet> sets;
  private final Map<LoadedSet, AggregationLevel> levels = new HashMap<>();
  private final List<WireExporter> exporters = new ArrayList<>();
  private final List<WindowModel> windows = new ArrayList<>();
  private final NodeModel model;
  private final Measurements measurements;
  private final Resource resource;
  private final Telemetry telemetry;
  private final List<Owner> owners = new ArrayList<>();

  /** In the order in which they were opened, which is the order in which they are drained. */
  private final List<Owner> openCores = new ArrayList<>();

  private long invalidSent;
  private long requests;
  private long collections;

  /** True while the third exporter has told of parts of intervals. */
  private boolean thirdIsOff;

  /** What was compared. */
  record Tally(long measurements, long points, long stalePoints, long requests, long collections) {
    Tally plus(Tally other) {
      return new Tally(
          measurements + other.measurements,
          points + other.points,
          stalePoints + other.stalePoints,
          requests + other.requests,
          collections + other.collections);
    }
  }

  Scenario(Random random, List<LoadedSet> sets) {
    this.random = random;
    this.sets = sets;
    boolean formerNames = random.nextInt(3) == 0;
    TemporalityPreference[] preferences = {
      TemporalityPreference.CUMULATIVE,
      TemporalityPreference.DELTA,
      PREFERENCES.get(random.nextInt(PREFERENCES.size()))
    };
    for (int i = 0; i < preferences.length; i++) {
      long maxRequestBytes = random.nextInt(3) == 0 ? 16 << 10 : 64 << 20;
      exporters.add(new WireExporter(preferences[i], i == THIRD, maxRequestBytes));
      windows.add(new WindowModel(preferences[i], formerNames));
    }
    this.model = new NodeModel(windows);
    this.measurements = new Measurements(random, model);
    this.telemetry = start(formerNames);
    this.resource =
        Resource.newBuilder()
            .addAllAttributes(
                Oracle.attributes(ResourceAttributes.defaults(Version.NUMBER).with(RESOURCE)))
            .build();
  }

  private Telemetry start(boolean formerNames) {
    TelemetryBuilder builder =
        Telemetry.builder()
            .interval(Duration.ofHours(1)) // collections come when they are asked for
            .pollPatience(PATIENCE)
            .bankHalfBytes(64 << 20)
            .resource(RESOURCE)
            .formerNames(formerNames);
    exporters.forEach(builder::exporter);
    for (LoadedSet set : sets) {
      AggregationLevel level = LEVELS.get(random.nextInt(LEVELS.size()));
      levels.put(set, level);
      builder.level(set.spec().name(), level);
    }
    return builder.start();
  }

  Tally run() {
    for (int i = random.nextInt(2, 4); i > 0; i--) {
      owners.add(new Owner("owner-" + i));
    }
    try {
      for (int cycle = random.nextInt(5, 21); cycle > 0; cycle--) {
        cycle();
      }
      closeCores(List.copyOf(openCores));
      collect();
    } finally {
      owners.forEach(Owner::close);
      telemetry.close();
    }
    exported(0, true);
    exported(1, true);
    assertThat(invalidSent)
        .as("invalid inputs counted")
        .isEqualTo(CheckedMode.ENABLED ? 0 : measurements.invalid());
    return new Tally(
        measurements.valid(),
        windows.stream().mapToLong(WindowModel::pointsChecked).sum(),
        windows.stream().mapToLong(WindowModel::stalePoints).sum(),
        requests,
        collections);
  }

  private void cycle() {
    for (Owner owner : owners) {
      if (!owner.hasCore() && (random.nextInt(3) > 0 || openCores.isEmpty())) {
        owner.openCore(telemetry);
        openCores.add(owner);
      }
    }
    int flips = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0;
    for (Owner owner : openCores) {
      registerSome(owner);
      // Without a collection in between these would be told from later ones by nothing.
      if (flips > 0) {
        closeSome(owner);
      }
      owner.idle();
    }
    recordOnAll(flips);
    for (Owner owner : openCores) {
      closeSome(owner);
      owner.idle();
    }
    closeCores(openCores.stream().filter(owner -> random.nextInt(12) == 0).toList());
    collect();
    if (random.nextInt(3) == 0) {
      assertThat(exporters.get(THIRD).collect(PATIENCE)).as("collected").isTrue();
      exported(THIRD, !thirdIsOff);
      thirdIsOff = false;
    }
    model.intervalEnded();
    measurements.intervalEnded();
  }

  private void registerSome(Owner owner) {
    while (owner.registered.size() < 6 && (owner.registered.isEmpty() || random.nextInt(2) == 0)) {
      LoadedSet set = sets.get(random.nextInt(sets.size()));
      MadeAttributes.Choice attributes = set.attributes(random);
      RecordingSet recorder = owner.register(set, attributes);
      AggregationLevel level = levels.getOrDefault(set, AggregationLevel.NODE);
      RegistrationModel registration =
          model.register(
              set,
              attributes.attributes().with(levelAttributes(level, owner)),
              level == AggregationLevel.CORE);
      owner.registered.add(new Owner.Registered(set, recorder, registration));
    }
  }

  private static Attributes levelAttributes(AggregationLevel level, Owner owner) {
    return switch (level) {
      case CORE ->
          Attributes.builder()
              .put("numetry.core.name", owner.name())
              .put("numa.node.id", NODE)
              .build();
      case NODE -> Attributes.builder().put("numa.node.id", NODE).build();
      case PROCESS -> Attributes.empty();
    };
  }

  private void closeSome(Owner owner) {
    for (Owner.Registered each : List.copyOf(owner.registered)) {
      if (random.nextInt(8) == 0) {
        owner.close(each);
        model.end(each.model(), false);
      }
    }
  }

  /** The aggregator ends cores after all sets that were closed, from the last core to the first. */
  private void closeCores(List<Owner> closing) {
    for (Owner owner : closing) {
      closeDoubles(owner);
    }
    for (Owner owner : closing.reversed()) {
      List<Owner.Registered> ended = List.copyOf(owner.registered);
      owner.closeCore();
      openCores.remove(owner);
      ended.forEach(each -> model.end(each.model(), true));
    }
  }

  /** Which of two registrations of a series goes last with a core is a matter of their slots. */
  private void closeDoubles(Owner owner) {
    Set<SeriesModel> seen = new HashSet<>();
    for (Owner.Registered each : List.copyOf(owner.registered)) {
      if (!seen.add(each.model().series)) {
        owner.close(each);
        model.end(each.model(), false);
      }
    }
  }

  private void recordOnAll(int flips) {
    List<Future<Boolean>> running = new ArrayList<>();
    for (Owner owner : openCores) {
      List<Runnable> calls = measurements.next(owner.registered, random.nextInt(120));
      running.add(owner.record(calls, random.nextInt(1, 20)));
    }
    for (int i = 0; i < flips; i++) {
      assertThat(exporters.get(THIRD).collect(PATIENCE)).as("collected").isTrue();
    }
    running.forEach(Owner::await);
    if (flips > 0) {
      thirdIsOff = true;
      exported(THIRD, false);
    }
  }

  private void collect() {
    assertThat(telemetry.flush(PATIENCE)).as("flushed").isTrue();
    exported(0, true);
    exported(1, true);
    collections++;
  }

  /** Compares what an exporter was given since the last call. */
  private void exported(int exporter, boolean known) {
    List<List<ExportMetricsServiceRequest>> exports = exporters.get(exporter).takeExports();
    assertThat(exports).as("exports of %s", exporter).isNotEmpty();
    for (List<ExportMetricsServiceRequest> each : exports) {
      requests += each.size();
      WirePoints sent = WirePoints.of(each, resource);
      windows.get(exporter).checkTimes(sent);
      if (known) {
        windows.get(exporter).checkValues(sent);
      }
      model.exported(windows.get(exporter));
      if (exporter == 1) {
        invalidSent += invalidInputs(sent);
      }
    }
  }

  private static long invalidInputs(WirePoints sent) {
    return sent.all().entrySet().stream()
        .filter(each -> each.getKey().metric().equals("numetry.core.invalid_inputs"))
        .mapToLong(each -> each.getValue().number().getAsInt())
        .sum();
  }
}

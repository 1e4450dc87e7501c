package io.numetry.bench.chaos.work;

import io.numetry.Telemetry;
import io.numetry.attribute.Attributes;
import io.numetry.bench.chaos.journal.JournalWriter;
import io.numetry.bench.chaos.journal.Tally;
import io.numetry.bench.chaos.journal.TallyField;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.config.RetryOptions;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.exporter.spool.SpoolOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that is killed: two cores, two exporters with a spool each. It ends when its input
 * does, in order; or when it is killed.
 */
public final class WorkProcess {
  /** Of the resource: tells the points of one life from those of another. */
  public static final String LIFE = "service.instance.id";

  private static final Duration SHUTDOWN = Duration.ofSeconds(8);
  private static final RetryOptions RETRY =
      new RetryOptions(Duration.ofMillis(20), 1.5, Duration.ofMillis(200));

  private final WorkOptions options;

  private WorkProcess(WorkOptions options) {
    this.options = options;
  }

  /** The command; its arguments are those of {@link WorkOptions#arguments}. */
  public static void main(String[] arguments) throws Exception {
    new WorkProcess(WorkOptions.parse(arguments)).run();
  }

  private void run() throws Exception {
    Tally tally = Tally.of(options.folder(), options.life());
    try (var journal = new JournalWriter(options.folder(), options.life())) {
      List<OtlpMetricExporter> exporters = List.of(delta(), cumulative());
      List<JournaledExporter> journaled = new ArrayList<>();
      for (int i = 0; i < exporters.size(); i++) {
        journaled.add(new JournaledExporter(i, exporters.get(i), journal));
      }
      Telemetry telemetry = telemetry(journaled);
      var sampler = new Sampler(exporters, journaled, tally, options.life());
      sampler.start();
      tally.set(TallyField.STARTED, 1);
      work(telemetry, tally);
      telemetry.close();
      sampler.end();
    }
    tally.set(TallyField.ENDED, 1);
  }

  /** Records until the input ends. */
  private static void work(Telemetry telemetry, Tally tally) throws Exception {
    List<WorkCore> cores = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WorkOptions.CORES; i++) {
      var core = new WorkCore(telemetry, tally, i);
      cores.add(core);
      threads.add(Thread.ofPlatform().name("work-" + i).daemon().start(core));
    }
    while (System.in.read() >= 0) {
      // whatever is written means nothing
    }
    cores.forEach(WorkCore::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    for (WorkCore core : cores) {
      Throwable failure = core.failure();
      if (failure != null) {
        throw new IllegalStateException("a core failed", failure);
      }
    }
  }

  private Telemetry telemetry(List<JournaledExporter> exporters) {
    var builder =
        Telemetry.builder()
            .serviceName("numetry-chaos")
            .resource(Attributes.of(LIFE, Integer.toString(options.life())))
            .interval(WorkOptions.INTERVAL)
            .bankHalfBytes(WorkOptions.BANK_HALF_BYTES)
            .shutdownTimeout(SHUTDOWN);
    exporters.forEach(builder::exporter);
    return builder.start();
  }

  private OtlpMetricExporter delta() {
    return common(WorkOptions.DELTA)
        .endpoint("http://127.0.0.1:" + options.httpPort())
        .temporality(TemporalityPreference.DELTA)
        .build();
  }

  private OtlpMetricExporter cumulative() {
    return common(WorkOptions.CUMULATIVE)
        .protocol(OtlpProtocol.GRPC)
        .endpoint("http://127.0.0.1:" + options.grpcPort())
        .build();
  }

  private OtlpMetricExporter.Builder common(int exporter) {
    Path folder = options.spools().resolve(WorkOptions.EXPORTER_NAMES.get(exporter));
    return OtlpMetricExporter.builder()
        .compression(options.compressed() ? Compression.GZIP : Compression.NONE)
        .timeout(WorkOptions.TIMEOUT)
        .retry(RETRY)
        .maxCollections(WorkOptions.MAX_COLLECTIONS)
        .maxRequestBytes(WorkOptions.MAX_REQUEST_BYTES)
        .maxResponseBytes(WorkOptions.MAX_RESPONSE_BYTES)
        .spool(
            SpoolOptions.builder(folder)
                .segmentBytes(WorkOptions.SEGMENT_BYTES)
                .maxBytes(WorkOptions.SPOOL_BYTES.get(exporter))
                .after(Duration.ofMillis(100))
                .replayBytesPerSecond(0)
                .build());
  }
}

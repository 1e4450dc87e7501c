package io.numetry.examples.placement;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.TelemetryBuilder;
import io.numetry.examples.gateway.Gateway;
import io.numetry.examples.received.MetricTotals;
import io.numetry.examples.received.OtlpReceiver;
import io.numetry.examples.reconcile.Reconciliation;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.numa.MemoryOptions;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.PlacementException;
import io.numetry.numa.doctor.PlacementReport;
import io.numetry.numa.placed.PlacedRange;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadState;
import io.numetry.numa.placement.PlacementRequest;
import io.numetry.placement.PlacementPolicy;
import io.numetry.placement.PlacementSubject;
import io.numetry.snapshot.MetricPoint;
import io.numetry.snapshot.PointValue;
import io.numetry.snapshot.SnapshotReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the gateway with a core on each node that has CPUs, and looks where its threads and pages
 * are: by the report, by the kernel's own account, and by numa-doctor from another process. At the
 * end all that was recorded was received. Exits with 0 if everything is as it should be, 1 if not,
 * 2 if it cannot be placed at all.
 */
public final class PlacementProof {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  /** An emulated clock may run ahead of an emulated processor. */
  private static final Duration LONG = Duration.ofMinutes(10);

  private static final long FRAMES_PER_SECOND = 500;
  private static final Set<String> KINDS = Set.of("bank", "node-bank", "frame");

  private final ProofOptions options;
  private final PrintStream out;
  private final Verdicts verdicts;
  private final SnapshotReader reader = SnapshotReader.cumulative();
  private final Path file;

  PlacementProof(ProofOptions options, PrintStream out) throws IOException {
    this.options = options;
    this.out = out;
    this.verdicts = new Verdicts(out);
    this.file = Files.createTempDirectory("numetry").resolve("placement");
  }

  /** The command. */
  public static void main(String[] arguments) throws Exception {
    int status;
    try {
      status = new PlacementProof(ProofOptions.parse(List.of(arguments)), System.out).run();
    } catch (PlacementException e) {
      System.out.println("cannot be placed: " + e.getMessage());
      status = 2;
    }
    System.out.flush();
    System.exit(status);
  }

  int run() throws IOException, InterruptedException {
    out.println("host: " + NumaSystem.system().topology());
    var totals = new MetricTotals();
    try (var receiver = new OtlpReceiver(totals)) {
      Recorded recorded;
      try (Telemetry telemetry = telemetry(receiver.endpoint())) {
        out.print(telemetry.plan().orElseThrow().explain());
        recorded = flow(telemetry);
      }
      Reconciliation reconciliation =
          Reconciliation.of(recorded.readings(), totals.startingWith("gateway."));
      verdicts.check(reconciliation.isExact(), reconciliation.summary(), reconciliation.table());
      verdicts.check(reconciliation.recorded() > 0, "something was recorded", "nothing was");
    }
    verdicts.check(Files.notExists(file), "the placement file is gone", file);
    out.println(verdicts.failures() == 0 ? "PROVEN" : "FAILED in " + verdicts.failures());
    return verdicts.failures() == 0 ? 0 : 1;
  }

  private Telemetry telemetry(String endpoint) {
    TelemetryBuilder builder =
        Telemetry.builder()
            .placement(PlacementRequest.coreSet(options.cpus()))
            .placementFile(file)
            .interval(INTERVAL)
            .bankHalfBytes(options.bankHalfBytes())
            .hostMetrics(true)
            .hostMetricsPeriod(Duration.ofSeconds(1))
            .shutdownTimeout(LONG)
            .exporter(OtlpMetricExporter.builder().endpoint(endpoint).build())
            .exporter(reader);
    if (options.locked()) {
      builder.bankMemory(MemoryOptions.NONE.withLocking(MemoryOptions.Locking.WHOLE_RANGE));
    }
    if (options.strict()) {
      for (PlacementSubject subject : PlacementSubject.values()) {
        builder.placementPolicy(subject, PlacementPolicy.STRICT);
      }
    } else {
      builder.placementPolicy(PlacementSubject.CORES, PlacementPolicy.BEST_EFFORT);
    }
    return builder.start();
  }

  private Recorded flow(Telemetry telemetry) throws IOException, InterruptedException {
    List<CoreOptions> places =
        options.cpus().stream().mapToObj(cpu -> CoreOptions.planned()).toList();
    var gateway = new Gateway(telemetry, places, FRAMES_PER_SECOND);
    gateway.start();
    try {
      Thread.sleep(Duration.ofSeconds(options.seconds()));
      gateway.check();
      look(telemetry);
      for (Disturbance disturbance : options.disturbances()) {
        disturb(telemetry, disturbance);
      }
      gateway.check();
    } finally {
      gateway.drain();
    }
    return gateway.join();
  }

  private void look(Telemetry telemetry) throws IOException, InterruptedException {
    verdicts.check(telemetry.flush(LONG), "every node has collected and delivered", "timeout");
    PlacementReport report = telemetry.placement();
    out.print(report);
    out.println("pins refused=" + metric("numetry.placement.pins_refused", ""));
    if (!options.strict()) {
      return;
    }
    verdicts.check(report.asPlanned(), "the report finds nothing", report.findings());
    verdicts.check(report.remotePages() == 0, "no page is remote", report.remotePages());
    verdicts.check(report.unknownPages() == 0, "no page is unknown", report.unknownPages());
    Set<Integer> nodes = new TreeSet<>(telemetry.plan().orElseThrow().nodes());
    for (String kind : KINDS) {
      Set<Integer> has =
          ranges(report)
              .filter(range -> range.kind().equals(kind))
              .map(PlacedRange::node)
              .collect(Collectors.toCollection(TreeSet::new));
      verdicts.check(has.equals(nodes), kind + " on nodes " + nodes, has);
    }
    verdicts.check(
        report.threads().stream().noneMatch(ThreadState::isMisplaced),
        report.threads().size() + " threads are where they were put",
        report.threads());
    kernel(report);
    Tool doctor = Tool.doctor(file);
    verdicts.check(doctor.status() == 0, "numa-doctor --placement agrees", doctor.printed());
  }

  /** The kernel's own account of the same ranges, without the product's help. */
  private void kernel(PlacementReport report) throws IOException {
    var kernel = new KernelPages();
    long local = 0;
    for (PlacedRange range : ranges(report).toList()) {
      Map<Integer, Long> pages = kernel.of(range);
      int node = range.memoryNode().orElseThrow();
      boolean right = pages.keySet().equals(Set.of(node));
      if (!right) {
        verdicts.check(false, "numa_maps of " + range + " has node " + node + " alone", pages);
      } else {
        local += pages.get(node);
      }
    }
    verdicts.check(local > 0, "numa_maps has these ranges' pages on their nodes", local);
  }

  private void disturb(Telemetry telemetry, Disturbance disturbance)
      throws IOException, InterruptedException {
    out.println(disturbance + ":");
    disturbance.begin(telemetry);
    PlacementReport report = telemetry.placement();
    boolean told =
        report.findings().stream()
            .anyMatch(finding -> finding.found().contains(disturbance.symptom()));
    verdicts.check(told && !report.asPlanned(), "the report tells", report);
    if (disturbance.isSeenFromOutside()) {
      Tool doctor = Tool.doctor(file);
      verdicts.check(
          doctor.status() == 1 && doctor.printed().contains(disturbance.symptom()),
          "numa-doctor --placement tells, and ends with 1",
          doctor);
    }
    long counted =
        disturbance == Disturbance.MIGRATE
            ? metric("numetry.placement.pages", "remote")
            : metric("numetry.placement.threads_misplaced", "");
    verdicts.check(counted > 0, "the metrics tell", counted);
    disturbance.end(telemetry);
    if (disturbance.passes()) {
      verdicts.check(
          telemetry.placement().remotePages() == 0
              && telemetry.placement().threads().stream().noneMatch(ThreadState::isMisplaced),
          "all is where it was again",
          telemetry.placement());
    }
  }

  private long metric(String name, String attribute) {
    return reader.read(LONG).of(name).stream()
        .filter(point -> point.attributes().toString().contains(attribute))
        .mapToLong(PlacementProof::number)
        .sum();
  }

  private static long number(MetricPoint point) {
    return point.value() instanceof PointValue.LongValue(long value) ? value : 0;
  }

  private static Stream<PlacedRange> ranges(PlacementReport report) {
    return report.ranges().stream().map(RangeState::placed);
  }
}

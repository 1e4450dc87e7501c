package io.numetry.bench.chaos;

import io.numetry.bench.chaos.gate.Backend;
import io.numetry.bench.chaos.gate.CollectorBackend;
import io.numetry.bench.chaos.gate.DecodingBackend;
import io.numetry.bench.chaos.gate.Gate;
import io.numetry.bench.chaos.gate.GrpcGate;
import io.numetry.bench.chaos.gate.HttpGate;
import io.numetry.bench.chaos.gate.Reception;
import io.numetry.bench.chaos.journal.Tally;
import io.numetry.bench.chaos.journal.TallyField;
import io.numetry.bench.chaos.journal.TallyField.OfExporter;
import io.numetry.bench.chaos.judge.Findings;
import io.numetry.bench.chaos.judge.Verdict;
import io.numetry.bench.chaos.ledger.CollectorFile;
import io.numetry.bench.chaos.ledger.Life;
import io.numetry.bench.chaos.ledger.LifeEnd;
import io.numetry.bench.chaos.ledger.Receipt;
import io.numetry.bench.chaos.ledger.Receipts;
import io.numetry.bench.chaos.plan.ChaosEvent;
import io.numetry.bench.chaos.plan.ChaosEvent.DiskFree;
import io.numetry.bench.chaos.plan.ChaosEvent.DiskFull;
import io.numetry.bench.chaos.plan.ChaosEvent.Kill;
import io.numetry.bench.chaos.plan.ChaosEvent.Stop;
import io.numetry.bench.chaos.plan.ChaosEvent.WeatherChange;
import io.numetry.bench.chaos.plan.Schedule;
import io.numetry.bench.chaos.point.SeriesNumbers;
import io.numetry.bench.chaos.work.WorkOptions;
import io.numetry.bench.chaos.work.WorkProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One run: carries the schedule out, lets everything become well, and has the account taken. */
final class ChaosRun {
  private static final long TICK_MILLIS = 50;
  private static final long FLUSH_PATIENCE_MILLIS = 1_000;
  private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(60);

  /** Until connections of a process that is gone are no longer taken for the next one's. */
  private static final long BETWEEN_LIVES_MILLIS = 100;

  private final Schedule schedule;
  private final Path folder;
  private final Device device;
  private final SeriesNumbers numbers = new SeriesNumbers();
  private final Receipts receipts = new Receipts();
  private final Findings findings = new Findings();
  private final MemoryWatch memory = new MemoryWatch();
  private final Reception reception;
  private final List<Backend> backends = new ArrayList<>();
  private final List<Gate> gates;
  private final List<LifeEnd> ends = new ArrayList<>();
  private final AtomicInteger life = new AtomicInteger();
  private WorkLife process;
  private boolean diskIsFull;
  private long[] acceptedBefore = new long[WorkOptions.EXPORTERS];
  private long pausedNanos;
  private long downSinceNanoTime = System.nanoTime();

  private ChaosRun(ChaosOptions options, Path folder, Device device) throws IOException {
    this.schedule = Schedule.of(options.seed(), options.duration(), WorkOptions.EXPORTERS);
    this.folder = folder;
    this.device = device;
    this.reception =
        new Reception(
            numbers, receipts, life::get, WorkProcess.LIFE, WorkOptions.TIMEOUT.toNanos());
    for (int i = 0; i < WorkOptions.EXPORTERS; i++) {
      Path own = folder.resolve("collector-" + i);
      backends.add(
          options
              .collector()
              .<Backend>map(program -> new CollectorBackend(program, own))
              .orElseGet(DecodingBackend::new));
    }
    int tooLarge = 3 * WorkOptions.MAX_RESPONSE_BYTES;
    this.gates =
        List.of(
            new HttpGate(
                WorkOptions.DELTA, reception, backends.get(0), schedule.faults().get(0), tooLarge),
            new GrpcGate(
                WorkOptions.CUMULATIVE,
                reception,
                backends.get(1),
                schedule.faults().get(1),
                tooLarge));
    this.process = start();
  }

  /** Runs for the options' time and some seconds. */
  static ChaosResult run(ChaosOptions options, Consumer<String> say)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("numetry-chaos");
    ChaosResult result;
    try (var device = Device.in(folder)) {
      say.accept(
          options
              .collector()
              .map(program -> "behind the gates: the collector " + program)
              .orElse(
                  "behind the gates: a receiver that decodes; "
                      + ChaosOptions.COLLECTOR_VARIABLE
                      + " names no collector"));
      say.accept(
          device.isLimited()
              ? "the spools' device: a tmpfs, which is filled at times"
              : "SKIPPED: a full disk; this user may not mount a tmpfs");
      var run = new ChaosRun(options, folder, device);
      result = run.result(options);
    }
    if (result.isGood()) {
      delete(folder);
    } else {
      say.accept("what it is about is in " + folder);
    }
    return result;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private ChaosResult result(ChaosOptions options) throws IOException, InterruptedException {
    try {
      carryOut();
      becomeWell();
    } finally {
      if (process.isAlive()) {
        process.kill();
      }
      gates.forEach(Gate::close);
    }
    List<String> account = new ArrayList<>(account());
    return new ChaosResult(options.seed(), account, findings.lines());
  }

  private void carryOut() throws IOException, InterruptedException {
    awaitStart();
    pausedNanos = 0;
    long start = System.nanoTime();
    for (Schedule.Timed timed : schedule.events()) {
      long due = TimeUnit.MILLISECONDS.toNanos(timed.millis());
      waitUntil(start + due + pausedNanos);
      carryOut(timed.event());
    }
  }

  private void waitUntil(long nanoTime) throws InterruptedException {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      memory.sample(process.handle(), process.tally());
      TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS)));
    }
  }

  private void carryOut(ChaosEvent event) throws IOException, InterruptedException {
    if (!process.isAlive()) {
      findings.add("process", "life " + life + " has ended by itself");
    }
    switch (event) {
      case WeatherChange change -> gates.get(change.exporter()).weather(change.weather());
      case Kill kill -> {
        if (kill.afterFlush()) {
          process.awaitFlush(FLUSH_PATIENCE_MILLIS);
        }
        kill();
        next(kill.pauseMillis());
        if (kill.earlyMillis() >= 0) {
          TimeUnit.MILLISECONDS.sleep(kill.earlyMillis());
          kill();
          next(kill.pauseMillis());
        }
        awaitStart();
      }
      case Stop stop -> {
        end();
        next(stop.pauseMillis());
        awaitStart();
      }
      case DiskFull() -> {
        device.fill();
        diskIsFull = device.isLimited();
      }
      case DiskFree() -> {
        device.free();
        diskIsFull = false;
      }
    }
  }

  private List<Boolean> mayHaveDropped() throws IOException {
    // One that was killed while it started has not said anything; then the one before counts.
    boolean sampled = process.tally().get(TallyField.STARTED) == 1 || life.get() == 0;
    Tally tally = sampled ? process.tally() : Tally.of(folder, life.get() - 1);
    return IntStream.range(0, WorkOptions.EXPORTERS)
        .mapToObj(
            exporter ->
                diskIsFull
                    || tally.get(exporter, OfExporter.SPOOL_BYTES)
                        > WorkOptions.SPOOL_BYTES.get(exporter) - 3L * WorkOptions.SEGMENT_BYTES)
        .toList();
  }

  private void kill() throws IOException, InterruptedException {
    downSinceNanoTime = System.nanoTime();
    process.kill();
    // A sample may be some ms old; what a spool has dropped since is in nobody's count.
    ends.add(new LifeEnd(life.get(), true, mayHaveDropped()));
    tellErrors();
  }

  /**
   * In order, if it has somewhere to leave what it cannot deliver: a life that came to a full disk
   * has no spool, and loses what the collector does not take in its last seconds, as it says.
   */
  private void end() throws IOException, InterruptedException {
    Tally tally = process.tally();
    downSinceNanoTime = System.nanoTime();
    if (tally.get(WorkOptions.DELTA, OfExporter.HAS_SPOOL) == 1
        && tally.get(WorkOptions.CUMULATIVE, OfExporter.HAS_SPOOL) == 1) {
      stop();
    } else {
      kill();
    }
  }

  /** Time stands still until the next life records. */
  private void awaitStart() throws InterruptedException {
    findings.require(process.awaitStart(), "process", "life " + life + " does not start");
    pausedNanos += System.nanoTime() - downSinceNanoTime;
  }

  private void stop() throws IOException, InterruptedException {
    boolean inOrder = process.stop();
    findings.require(
        inOrder, "process", "life " + life + " was told to end, and has not ended in order");
    ends.add(LifeEnd.inOrder(life.get(), WorkOptions.EXPORTERS));
    tellErrors();
  }

  private void next(long pauseMillis) throws IOException, InterruptedException {
    TimeUnit.MILLISECONDS.sleep(BETWEEN_LIVES_MILLIS + pauseMillis);
    life.incrementAndGet();
    process = start();
  }

  private void tellErrors() throws IOException {
    for (String error : process.errors()) {
      findings.add("process", "life " + life + " logged " + error);
    }
  }

  private WorkLife start() throws IOException {
    return new WorkLife(
        new WorkOptions(
            folder,
            life.get(),
            device.folder(),
            gates.get(WorkOptions.DELTA).port(),
            gates.get(WorkOptions.CUMULATIVE).port(),
            life.get() % 2 == 1));
  }

  /** All is well again; the last life delivers what all have left, and ends. */
  private void becomeWell() throws IOException, InterruptedException {
    device.free();
    acceptedBefore =
        IntStream.range(0, WorkOptions.EXPORTERS)
            .mapToLong(i -> process.tally().get(i, OfExporter.ACCEPTED))
            .toArray();
    long deadline = System.nanoTime() + DRAIN_PATIENCE.toNanos();
    while (!isDrained() && System.nanoTime() - deadline < 0) {
      waitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
    }
    findings.require(isDrained(), "drain", "the spools were not emptied in " + DRAIN_PATIENCE);
    Tally last = process.tally();
    stop();
    for (int i = 0; i < WorkOptions.EXPORTERS; i++) {
      findings.require(
          last.get(i, OfExporter.SPOOLED) == 0 && last.get(i, OfExporter.IN_FLIGHT) == 0,
          "drain",
          "exporter " + i + " has left something in its spool at the end");
    }
  }

  /** Something has got through since all is well, so no answer is awaited that never comes. */
  private boolean isDrained() {
    Tally tally = process.tally();
    return IntStream.range(0, WorkOptions.EXPORTERS)
        .allMatch(
            i ->
                tally.get(i, OfExporter.ACCEPTED) > acceptedBefore[i]
                    && tally.get(i, OfExporter.SPOOLED) == 0);
  }

  private List<String> account() throws IOException {
    List<Receipt> all = receipts.all();
    settleByCollectors(all);
    List<Life> lives = new ArrayList<>();
    for (LifeEnd end : ends) {
      lives.add(new Life(folder, end, WorkOptions.EXPORTERS, numbers));
    }
    var rules =
        new Verdict.Rules(
            List.of(true, false),
            WorkOptions.CORES,
            WorkOptions.MAX_COLLECTIONS,
            WorkOptions.SEGMENT_BYTES / WorkOptions.LEAST_POINT_BYTES);
    var verdict = new Verdict(lives, all, numbers, rules, findings);
    verdict.find();
    reception.complaints().forEach(complaint -> findings.add("gate", complaint));
    findings.require(memory.isBounded(), "memory", memory.toString());
    List<String> lines = new ArrayList<>();
    long killed = ends.stream().filter(LifeEnd::killed).count();
    lines.add(
        "%d lives, %d killed, %d ended in order"
            .formatted(ends.size(), killed, ends.size() - killed));
    for (int i = 0; i < WorkOptions.EXPORTERS; i++) {
      String name = WorkOptions.EXPORTER_NAMES.get(i);
      lines.add(name + ": " + verdict.account().get(i));
      lines.add(name + ": faults " + gates.get(i).faults());
    }
    lines.add("memory: " + memory);
    return lines;
  }

  private void settleByCollectors(List<Receipt> all) throws IOException {
    for (int i = 0; i < backends.size(); i++) {
      if (backends.get(i) instanceof CollectorBackend collector) {
        int exporter = i;
        CollectorFile.read(collector.received(), numbers, WorkProcess.LIFE)
            .settle(all.stream().filter(receipt -> receipt.exporter() == exporter).toList())
            .forEach(difference -> findings.add("collector", difference));
      }
    }
  }
}

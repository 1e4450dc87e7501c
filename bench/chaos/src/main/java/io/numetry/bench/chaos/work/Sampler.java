package io.numetry.bench.chaos.work;

import io.numetry.bench.chaos.journal.Tally;
import io.numetry.bench.chaos.journal.TallyField;
import io.numetry.bench.chaos.journal.TallyField.OfExporter;
import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.send.SenderStatistics;
import io.numetry.exporter.spool.DropCause;
import io.numetry.exporter.spool.SpoolStatistics;
import io.numetry.health.ExporterHealth;
import io.numetry.numa.MemoryLedger;
import io.numetry.numa.MemoryTag;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Writes down the exporters' own figures all the while; now and then asks for a flush. */
final class Sampler {
  private static final long PERIOD_MILLIS = 5;
  private static final MemoryTag FRAME = new MemoryTag("frame");
  private static final String CLOSED = "the exporter was closed";

  private final List<OtlpMetricExporter> exporters;
  private final List<JournaledExporter> journaled;
  private final Tally tally;
  private final Random random;
  private final Thread sampling = Thread.ofPlatform().name("sampler").daemon().unstarted(this::run);
  private final Thread flushing =
      Thread.ofPlatform().name("flusher").daemon().unstarted(this::flush);
  private volatile boolean ending;

  Sampler(
      List<OtlpMetricExporter> exporters,
      List<JournaledExporter> journaled,
      Tally tally,
      long seed) {
    this.exporters = exporters;
    this.journaled = journaled;
    this.tally = tally;
    this.random = new Random(seed);
  }

  /** The first sample is made here: whoever sees that the process has started sees it. */
  void start() {
    sample();
    sampling.start();
    flushing.start();
  }

  /** The last sample, of what no longer changes. */
  void end() throws InterruptedException {
    ending = true;
    sampling.join();
    flushing.join();
    sample();
  }

  private void run() {
    while (!ending) {
      sample();
      sleep(PERIOD_MILLIS);
    }
  }

  private void flush() {
    long flushes = 0;
    while (!ending) {
      sleep(random.nextLong(20, 600));
      JournaledExporter exporter = journaled.get(random.nextInt(journaled.size()));
      if (exporter.makeSafe(TimeUnit.MILLISECONDS.toNanos(random.nextLong(1, 300)))) {
        tally.set(TallyField.FLUSHES, ++flushes);
      }
    }
  }

  private void sample() {
    for (int i = 0; i < exporters.size(); i++) {
      sample(i, exporters.get(i));
    }
    long touched =
        MemoryLedger.snapshot().values().stream()
            .mapToLong(MemoryLedger.Balance::touchedBytes)
            .sum();
    tally.set(TallyField.NATIVE_BYTES, touched);
    tally.set(TallyField.FRAME_BYTES, MemoryLedger.balance(FRAME).touchedBytes());
  }

  private void sample(int number, OtlpMetricExporter exporter) {
    SenderStatistics sender = exporter.statistics();
    tally.set(number, OfExporter.HANDED_OVER, sender.handedOverPoints());
    tally.set(number, OfExporter.ACCEPTED, sender.acceptedPoints());
    tally.set(number, OfExporter.REJECTED, sender.rejectedPoints());
    tally.set(number, OfExporter.DROPPED, sender.droppedPoints());
    tally.set(number, OfExporter.RETRIES, sender.retries());
    ExporterHealth.Points points = exporter.health().orElseThrow().points();
    tally.set(number, OfExporter.IN_FLIGHT, points.inFlight());
    tally.set(
        number, OfExporter.DROPPED_AT_CLOSE, points.droppedByCause().getOrDefault(CLOSED, 0L));
    exporter.spoolStatistics().ifPresent(spool -> sample(number, spool));
  }

  private void sample(int number, SpoolStatistics spool) {
    long dropped = 0;
    for (DropCause cause : DropCause.values()) {
      dropped += spool.droppedPoints(cause);
    }
    tally.set(number, OfExporter.HAS_SPOOL, 1);
    tally.set(number, OfExporter.SPOOL_DROPPED, dropped);
    tally.set(number, OfExporter.SPOOL_CORRUPT, spool.corruptPoints());
    tally.set(number, OfExporter.SPOOL_CORRUPT_RECORDS, spool.corruptRecords());
    tally.set(number, OfExporter.SPOOL_MISSING_RECORDS, spool.missingRecords());
    tally.set(number, OfExporter.SPOOL_QUARANTINED, spool.quarantinedSegments());
    tally.set(number, OfExporter.SPOOL_IO_ERRORS, spool.ioErrors());
    tally.set(number, OfExporter.SPOOL_STORED_RECORDS, spool.storedRecords());
    tally.set(number, OfExporter.RECOVERED, spool.recoveredPoints());
    tally.set(number, OfExporter.SPOOLED, spool.points());
    tally.set(number, OfExporter.SPOOL_BYTES, spool.bytes());
  }

  private static void sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.numetry.bench.jmh.series;

import io.numetry.aggregate.AggregationLevel;
import io.numetry.aggregate.DrainDoor;
import io.numetry.attribute.Attributes;
import io.numetry.bank.Bank;
import io.numetry.bank.BankDescriptor;
import io.numetry.bench.support.Banks;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.NumaSystem;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.registry.CoreChannel;
import io.numetry.registry.CoreIdentity;
import io.numetry.registry.SetCatalog;
import io.numetry.schema.Temporality;
import io.numetry.view.Views;
import io.numetry.window.Window;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A core with so many registrations of one instrument, and the window they are drained into. The
 * points have their registration's attributes and no others, as the peers' have.
 *
 * <p>Threads: the one that made it; it is both owner and aggregator.
 */
public final class NumetrySeries {
  public static final Attributes RESOURCE = Attributes.of("service.name", SeriesData.SERVICE);

  private static final long TOUCHED_LATENCY = 20_001;

  private final TelemetryCore core;
  private final DrainDoor door;
  private final DrainDoor.Core drain;
  private final NumberMetricsSet[] numbers;
  private final DistributionMetricsSet[] distributions;

  public NumetrySeries(PointKind kind, int series, Temporality temporality) {
    this(kind, series, temporality, 1);
  }

  /**
   * @param readers each has a window of its own
   */
  public NumetrySeries(PointKind kind, int series, Temporality temporality, int readers) {
    MetricSetType<?> type =
        kind == PointKind.NUMBER ? NumberMetricsSet.TYPE : DistributionMetricsSet.TYPE;
    Bank bank = Banks.reserve(halfBytes((long) series * type.descriptor().slotBytes()));
    var identity =
        new CoreIdentity("bench", OptionalInt.empty(), bank.node(), Thread.currentThread());
    var channel = new CoreChannel(identity, bank);
    core = new TelemetryCore(channel, new SetCatalog(Views.NONE), null, () -> {});
    door = new DrainDoor(NumaSystem.system(), temporality, AggregationLevel.PROCESS, readers);
    drain = door.admit(channel);
    boolean counts = kind == PointKind.NUMBER;
    numbers = new NumberMetricsSet[counts ? series : 0];
    distributions = new DistributionMetricsSet[counts ? 0 : series];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = register(NumberMetricsSet.TYPE, i);
      numbers[i].addRequests(SeriesData.count(i));
    }
    for (int i = 0; i < distributions.length; i++) {
      distributions[i] = register(DistributionMetricsSet.TYPE, i);
      for (long nanos : SeriesData.latencies(i)) {
        distributions[i].recordLatency(nanos);
      }
    }
    requireDrained(series);
    windows().forEach(each -> each.end(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis())));
  }

  /** A half that has room for slots of so many bytes. */
  private static long halfBytes(long slotBytes) {
    long granule = BankDescriptor.HALF_GRANULE_BYTES;
    // Marks are an eighth of a half; a line before the first slot is left out.
    long bytes = (slotBytes + BankDescriptor.PAGE_BYTES) * 8 / 7;
    return (bytes / granule + 1) * granule;
  }

  private <S extends RecordingSet> S register(MetricSetType<S> type, int series) {
    String[] keys = SeriesData.keys();
    String[] values = SeriesData.values(series);
    Attributes.Builder entity = Attributes.builder();
    for (int i = 0; i < keys.length; i++) {
      entity.put(keys[i], values[i]);
    }
    return core.register(type, entity.build());
  }

  private void requireDrained(int cells) {
    int merged = drain();
    if (merged != cells) {
      throw new IllegalStateException("drained " + merged + " cells of " + cells);
    }
  }

  /** Records once to each series. */
  public void touch() {
    for (NumberMetricsSet set : numbers) {
      set.addRequests(1);
    }
    for (DistributionMetricsSet set : distributions) {
      set.recordLatency(TOUCHED_LATENCY);
    }
  }

  /** Records to each histogram what it began with, once more. */
  public void recordValues(long[][] latencies) {
    for (int i = 0; i < distributions.length; i++) {
      for (long nanos : latencies[i]) {
        distributions[i].recordLatency(nanos);
      }
    }
  }

  /** Flip and drain; cells merged into the window. */
  public int drain() {
    drain.ask();
    core.poll();
    return drain.tryDrain();
  }

  /** The windows were encoded: on to the next interval. */
  public void exported() {
    for (int i = 0; i < windows().size(); i++) {
      Window window = windows().get(i);
      window.startAnew();
      window.end(window.startUnixNanos() + 1);
    }
  }

  public List<Window> windows() {
    return door.windows();
  }

  public Window window() {
    return door.window();
  }
}

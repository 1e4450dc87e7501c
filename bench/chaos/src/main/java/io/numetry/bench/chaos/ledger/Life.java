package io.numetry.bench.chaos.ledger;

import io.numetry.bench.chaos.journal.JournalListener;
import io.numetry.bench.chaos.journal.JournalReader;
import io.numetry.bench.chaos.journal.Tally;
import io.numetry.bench.chaos.point.SeriesNumbers;
import io.numetry.bench.chaos.point.WirePoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One life of the process: what it handed over to each exporter, by its own journal. */
public final class Life {
  private final LifeEnd end;
  private final Tally tally;
  private final List<List<Collection>> collections = new ArrayList<>();
  private final List<Map<Long, List<Collection>>> byTime = new ArrayList<>();
  private final long[] safe;

  /**
   * Reads a life's journal.
   *
   * @throws IOException if it cannot be read
   */
  public Life(Path folder, LifeEnd end, int exporters, SeriesNumbers numbers) throws IOException {
    this.end = end;
    this.tally = Tally.of(folder, end.life());
    this.safe = new long[exporters];
    for (int i = 0; i < exporters; i++) {
      collections.add(new ArrayList<>());
      byTime.add(new HashMap<>());
    }
    JournalReader.read(folder, end.life(), numbers, new Listener());
  }

  public LifeEnd end() {
    return end;
  }

  /** What it said of itself last. */
  public Tally tally() {
    return tally;
  }

  /** What an exporter was handed, in that order. */
  public List<Collection> collections(int exporter) {
    return collections.get(exporter);
  }

  /** So many of these that were taken first are delivered or on disk, the exporter said. */
  public long safe(int exporter) {
    return safe[exporter];
  }

  /** The collection of that time that has a point of the series; null if there is none. */
  public @Nullable Collection find(int exporter, long timeUnixNanos, int series) {
    for (Collection collection : byTime.get(exporter).getOrDefault(timeUnixNanos, List.of())) {
      if (collection.indexOf(series) >= 0) {
        return collection;
      }
    }
    return null;
  }

  private final class Listener implements JournalListener {
    @Override
    public void collection(int exporter, long timeUnixNanos, List<WirePoint> points) {
      var made = new Collection(timeUnixNanos, points);
      collections.get(exporter).add(made);
      byTime.get(exporter).computeIfAbsent(timeUnixNanos, time -> new ArrayList<>()).add(made);
    }

    @Override
    public void taken(int exporter, long timeUnixNanos) {
      byTime.get(exporter).getOrDefault(timeUnixNanos, List.of()).forEach(Collection::taken);
    }

    @Override
    public void safe(int exporter, long taken) {
      safe[exporter] = Math.max(safe[exporter], taken);
    }
  }
}

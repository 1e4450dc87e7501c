package io.numetry.examples.features;

import io.numetry.attribute.Outcome;
import io.numetry.schema.Counter;
import io.numetry.schema.Detail;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.ObserveCounter;

/** Uploads to a shop. */
@MetricSet(name = "shop.uploads", brief = "Files that merchants send.")
public interface UploadMetrics {

  // guide: dimensions
  @Counter(unit = "{upload}", brief = "Uploads by how they ended.")
  void addEnded(Outcome outcome, Encoding encoding, long uploads);

  // guide: end

  // guide: histograms
  @Histogram(unit = "s", brief = "Time that an upload took.")
  void recordDuration(Outcome outcome, double seconds);

  @ExplicitHistogram(
      unit = "{file}",
      brief = "Files of an upload.",
      boundaries = {1, 10, 100})
  void recordFiles(long files, long count); // so many uploads of so many files

  // guide: end

  // guide: observe
  @ObserveCounter(unit = "By", brief = "Bytes read, as the channel counts them.")
  void observeRead(long total);

  // guide: end

  @Gauge(unit = "{upload}", brief = "Uploads under way.")
  void setOpen(long uploads);

  // guide: detail
  @Detail(DetailLevel.DETAILED)
  @Counter(unit = "{chunk}", brief = "Pieces that uploads came in.")
  void addChunks(long chunks);
  // guide: end
}

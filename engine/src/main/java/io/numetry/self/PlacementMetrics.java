package io.numetry.self;

import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.ObserveCounter;

/** What was seen when threads and pages were last looked for where they had been put. */
@MetricSet(
    name = "numetry.placement",
    brief = "Whether threads and memory are where they were put.")
public interface PlacementMetrics {

  @Gauge(
      unit = "{page}",
      brief = "Pages of the node's banks, node bank and encode buffers by where they are.")
  void setPages(PageLocation location, long pages);

  @Gauge(unit = "{thread}", brief = "Threads that may run elsewhere than they were pinned to.")
  void setThreadsMisplaced(long threads);

  @ObserveCounter(
      unit = "{thread}",
      brief = "Threads of the process that could not be pinned, and go on unpinned.")
  void observePinsRefused(long threads);
}

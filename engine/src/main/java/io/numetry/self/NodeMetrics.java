package io.numetry.self;

import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.ObserveCounter;

/** What the kernel keeps of a NUMA node. */
@MetricSet(name = "numetry.node", brief = "A NUMA node's memory, whoever uses it.")
public interface NodeMetrics {

  @ObserveCounter(unit = "{page}", brief = "Pages wanted on the node that came from it.")
  void observeHits(long pages);

  @ObserveCounter(unit = "{page}", brief = "Pages wanted on another node that came from this one.")
  void observeMisses(long pages);

  @ObserveCounter(unit = "{page}", brief = "Pages wanted on the node that came from another one.")
  void observeForeign(long pages);

  @ObserveCounter(unit = "{page}", brief = "Pages of the node that threads on it took.")
  void observeLocal(long pages);

  @ObserveCounter(unit = "{page}", brief = "Pages of the node that threads on another one took.")
  void observeOther(long pages);

  @Gauge(unit = "By", brief = "Memory that the node has.")
  void setTotalMemory(long bytes);

  @Gauge(unit = "By", brief = "Memory of the node that is free.")
  void setFreeMemory(long bytes);
}

package io.numetry.export;

import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import java.time.Duration;

/** What the engine offers to an exporter as a whole. */
public interface ExporterContext {

  /** The resource that all metrics belong to. */
  Attributes resource();

  /**
   * Puts the calling thread where threads that send and receive are to be, and opens a core for it,
   * for the exporter's metrics of itself. The thread polls it, or leaves it idle between its pieces
   * of work, and closes it before it ends; it then has its former CPUs again.
   *
   * @throws io.numetry.numa.PlacementException if the thread cannot be there, and that is strict
   */
  TelemetryCore openCore(String name);

  /**
   * Numbers a component among those of its type that this telemetry has, from 0, in the order of
   * asking: what its metrics of itself tell it from others by, the same after a restart.
   *
   * @param type as the semantic conventions call it, {@code otel.component.type}
   */
  int numberComponent(String type);

  /**
   * Collects at once for one exporter, whose nodes' windows are then exported; other exporters'
   * windows are left alone. Any thread but an aggregator's.
   *
   * @return false if the time ran out first
   */
  boolean collect(MetricExporter exporter, Duration timeout);
}

package io.numetry.export;

import io.numetry.health.ExporterHealth;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import java.util.Optional;

/**
 * One destination of the metrics, shared by all nodes.
 *
 * <p>{@link #temporality} and {@link #start} are called once, before anything else. Then each node
 * aggregator opens a {@link NodeExporter} of its own and uses it on its own thread. {@link #flush}
 * and {@link #close} may come from any thread.
 */
public interface MetricExporter extends AutoCloseable {

  /** The temporality that points of such an instrument are to have. */
  Temporality temporality(InstrumentKind kind);

  /**
   * True if windows are exported only when {@link ExporterContext#collect} asks for it, and not
   * each interval.
   */
  default boolean isOnDemand() {
    return false;
  }

  /**
   * Prepares for work.
   *
   * @throws RuntimeException if the exporter cannot run at all; telemetry then does not start
   */
  void start(ExporterContext context);

  /** Opens the part that works for one node; called by that node's aggregator, on its thread. */
  NodeExporter openNode(NodeContext node);

  /**
   * Waits until everything handed over before this call was accepted by the destination or given up
   * by its rules.
   *
   * @return false if the time ran out first
   */
  boolean flush(long timeoutNanos);

  /** How it is at the moment; any thread. Empty if it does not tell. */
  default Optional<ExporterHealth> health() {
    return Optional.empty();
  }

  /** Stops; what is still undelivered is dropped and counted. Later calls do nothing. */
  @Override
  void close();
}

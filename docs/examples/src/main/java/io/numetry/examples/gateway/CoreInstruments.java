package io.numetry.examples.gateway;

import io.numetry.examples.gateway.metrics.LoopMetrics;
import io.numetry.examples.gateway.metrics.ParserMetrics;
import io.numetry.examples.gateway.metrics.ReceiverMetrics;
import io.numetry.examples.gateway.metrics.SenderMetrics;
import io.numetry.examples.reconcile.Recorded;

/**
 * What a core's thread has of telemetry. All methods are that thread's, but for {@link #into},
 * which is for after its end.
 */
interface CoreInstruments extends AutoCloseable {
  LoopMetrics loop();

  ReceiverMetrics receiver(int lane);

  ParserMetrics parser(int lane);

  SenderMetrics sender(int lane);

  /** Once a turn. */
  void poll();

  /** Nothing is recorded until {@link #resume}. */
  void idle();

  void resume();

  /** Writes down what was recorded, if that was counted. */
  void into(Recorded recorded);

  @Override
  void close();
}

package io.numetry.examples.gateway;

import io.numetry.core.TelemetryCore;
import io.numetry.examples.gateway.metrics.Lane;
import io.numetry.examples.gateway.metrics.LoopMetrics;
import io.numetry.examples.gateway.metrics.LoopMetricsSet;
import io.numetry.examples.gateway.metrics.ParserMetrics;
import io.numetry.examples.gateway.metrics.ParserMetricsSet;
import io.numetry.examples.gateway.metrics.ReceiverMetrics;
import io.numetry.examples.gateway.metrics.ReceiverMetricsSet;
import io.numetry.examples.gateway.metrics.SenderMetrics;
import io.numetry.examples.gateway.metrics.SenderMetricsSet;
import io.numetry.examples.reconcile.Recorded;

/** A core and its metric sets. */
final class PlainInstruments implements CoreInstruments {
  private final TelemetryCore core;

  PlainInstruments(TelemetryCore core) {
    this.core = core;
  }

  @Override
  public LoopMetrics loop() {
    return core.register(LoopMetricsSet.TYPE);
  }

  @Override
  public ReceiverMetrics receiver(int lane) {
    return ReceiverMetricsSet.register(core, new Lane(lane));
  }

  @Override
  public ParserMetrics parser(int lane) {
    return ParserMetricsSet.register(core, new Lane(lane));
  }

  @Override
  public SenderMetrics sender(int lane) {
    return SenderMetricsSet.register(core, new Lane(lane));
  }

  @Override
  public void poll() {
    core.poll();
  }

  @Override
  public void idle() {
    core.idle();
  }

  @Override
  public void resume() {
    core.resume();
  }

  @Override
  public void into(Recorded recorded) {}

  @Override
  public void close() {
    core.close();
  }
}

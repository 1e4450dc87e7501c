package io.numetry.examples.gateway;

import io.numetry.core.TelemetryCore;
import io.numetry.examples.gateway.metrics.CountedLoopMetrics;
import io.numetry.examples.gateway.metrics.CountedParserMetrics;
import io.numetry.examples.gateway.metrics.CountedReceiverMetrics;
import io.numetry.examples.gateway.metrics.CountedSenderMetrics;
import io.numetry.examples.gateway.metrics.LoopMetrics;
import io.numetry.examples.gateway.metrics.ParserMetrics;
import io.numetry.examples.gateway.metrics.ReceiverMetrics;
import io.numetry.examples.gateway.metrics.SenderMetrics;
import io.numetry.examples.reconcile.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Telemetry whose every record is counted a second time. */
final class CountedInstruments implements CoreInstruments {
  private final PlainInstruments plain;
  private final List<Consumer<Recorded>> counted = new ArrayList<>();

  CountedInstruments(TelemetryCore core) {
    plain = new PlainInstruments(core);
  }

  @Override
  public LoopMetrics loop() {
    var metrics = new CountedLoopMetrics(plain.loop());
    counted.add(metrics::into);
    return metrics;
  }

  @Override
  public ReceiverMetrics receiver(int lane) {
    var metrics = new CountedReceiverMetrics(plain.receiver(lane));
    counted.add(recorded -> metrics.into(recorded, lane));
    return metrics;
  }

  @Override
  public ParserMetrics parser(int lane) {
    var metrics = new CountedParserMetrics(plain.parser(lane));
    counted.add(recorded -> metrics.into(recorded, lane));
    return metrics;
  }

  @Override
  public SenderMetrics sender(int lane) {
    var metrics = new CountedSenderMetrics(plain.sender(lane));
    counted.add(recorded -> metrics.into(recorded, lane));
    return metrics;
  }

  @Override
  public void poll() {
    plain.poll();
  }

  @Override
  public void idle() {
    plain.idle();
  }

  @Override
  public void resume() {
    plain.resume();
  }

  @Override
  public void into(Recorded recorded) {
    counted.forEach(metrics -> metrics.accept(recorded));
  }

  @Override
  public void close() {
    plain.close();
  }
}

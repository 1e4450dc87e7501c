package io.numetry.examples.gateway.metrics;

import io.numetry.attribute.Outcome;
import io.numetry.examples.reconcile.DoubleBounds;
import io.numetry.examples.reconcile.DoubleLast;
import io.numetry.examples.reconcile.DoubleMmsc;
import io.numetry.examples.reconcile.DoubleSum;
import io.numetry.examples.reconcile.LongPowers;
import io.numetry.examples.reconcile.LongSum;
import io.numetry.examples.reconcile.PerValue;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.schema.InstrumentKind;

/** Passes a parser's records on, and counts each a second time in plain fields. */
public final class CountedParserMetrics implements ParserMetrics {
  private static final String OUTCOME = "outcome";

  private final ParserMetrics metrics;
  private final LongSum orders = new LongSum();
  private final LongSum quotes = new LongSum();
  private final LongSum malformed = new LongSum();
  private final PerValue<FrameType, PerValue<Outcome, LongSum>> frames =
      new PerValue<>(
          FrameType.KEY,
          FrameType.class,
          () -> new PerValue<>(OUTCOME, Outcome.class, LongSum::new));
  private final PerValue<Side, LongPowers> quantity =
      new PerValue<>(Side.KEY, Side.class, LongPowers::new);
  private final PerValue<Side, DoubleBounds> price =
      new PerValue<>(Side.KEY, Side.class, () -> new DoubleBounds(1, 16, 64, 128.5, 250));
  private final LongSum position = new LongSum();
  private final DoubleSum exposure = new DoubleSum();
  private final DoubleLast lastPrice = new DoubleLast();
  private final DoubleMmsc spread = new DoubleMmsc();

  public CountedParserMetrics(ParserMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void addOrders(long orders) {
    metrics.addOrders(orders);
    this.orders.add(orders);
  }

  @Override
  public void addQuotes(long quotes) {
    metrics.addQuotes(quotes);
    this.quotes.add(quotes);
  }

  @Override
  public void addMalformed(long frames) {
    metrics.addMalformed(frames);
    this.malformed.add(frames);
  }

  @Override
  public void addPosition(long shares) {
    metrics.addPosition(shares);
    this.position.add(shares);
  }

  @Override
  public void addExposure(double value) {
    metrics.addExposure(value);
    this.exposure.add(value);
  }

  @Override
  public void setLastPrice(double price) {
    metrics.setLastPrice(price);
    this.lastPrice.set(price);
  }

  @Override
  public void recordSpread(double price) {
    metrics.recordSpread(price);
    this.spread.record(price);
  }

  @Override
  public void addFrames(FrameType type, Outcome outcome, long frames) {
    metrics.addFrames(type, outcome, frames);
    this.frames.of(type).of(outcome).add(frames);
  }

  @Override
  public void recordQuantity(Side side, long shares) {
    metrics.recordQuantity(side, shares);
    quantity.of(side).record(shares);
  }

  @Override
  public void recordPrice(Side side, double price) {
    metrics.recordPrice(side, price);
    this.price.of(side).record(price);
  }

  /** Writes down what was recorded, under this lane. After the recording thread has ended. */
  public void into(Recorded recorded, int lane) {
    String number = Integer.toString(lane);
    orders.into(recorded, id("orders", number), InstrumentKind.COUNTER);
    quotes.into(recorded, id("quotes", number), InstrumentKind.COUNTER);
    malformed.into(recorded, id("malformed", number), InstrumentKind.COUNTER);
    frames.forEach(
        id("frames", number),
        (type, outcomes) ->
            outcomes.forEach(
                type, (series, sum) -> sum.into(recorded, series, InstrumentKind.COUNTER)));
    quantity.forEach(id("quantity", number), (series, powers) -> powers.into(recorded, series));
    price.forEach(id("price", number), (series, bounds) -> bounds.into(recorded, series));
    position.into(recorded, id("position", number), InstrumentKind.UP_DOWN_COUNTER);
    exposure.into(recorded, id("exposure", number), InstrumentKind.UP_DOWN_COUNTER);
    lastPrice.into(recorded, id("last_price", number));
    spread.into(recorded, id("spread", number));
  }

  private static SeriesId id(String instrument, String lane) {
    return SeriesId.of("gateway.parser." + instrument).with(LaneAttributes.NUMBER, lane);
  }
}

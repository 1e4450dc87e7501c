package io.numetry.examples.gateway.metrics;

import io.numetry.attribute.Outcome;
import io.numetry.schema.Counter;
import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.UpDownCounter;

/** What a parser records. */
@MetricSet(name = "gateway.parser", brief = "What the frames say.", entity = Lane.class)
public interface ParserMetrics {

  @Counter(unit = "{order}", brief = "Orders read.")
  void addOrders(long orders);

  @Counter(unit = "{quote}", brief = "Quotes read.")
  void addQuotes(long quotes);

  @Counter(unit = "{frame}", brief = "Frames refused: wrong length, type or checksum.")
  void addMalformed(long frames);

  @Counter(unit = "{frame}", brief = "Frames looked at.")
  void addFrames(FrameType type, Outcome outcome, long frames);

  @Histogram(unit = "{share}", brief = "Shares of an order.")
  void recordQuantity(Side side, long shares);

  @ExplicitHistogram(
      unit = "{USD}",
      brief = "Price of an order.",
      boundaries = {1, 16, 64, 128.5, 250})
  void recordPrice(Side side, double price);

  @UpDownCounter(unit = "{share}", brief = "Shares bought less shares sold.")
  void addPosition(long shares);

  @UpDownCounter(unit = "{USD}", brief = "Value bought less value sold.")
  void addExposure(double value);

  @Gauge(unit = "{USD}", brief = "Price of the last order.")
  void setLastPrice(double price);

  @Mmsc(unit = "{USD}", brief = "Ask less bid of a quote.")
  void recordSpread(double price);
}

package io.numetry.examples.quickstart;

// readme: schema
import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;

@MetricSet(name = "shop.orders", brief = "Orders as the matcher sees them.")
public interface OrderMetrics {

  @Counter(unit = "{order}", brief = "Orders accepted.")
  void addAccepted(long orders);

  @Mmsc(unit = "s", brief = "Time to match an order.")
  void recordMatchTime(double seconds);

  @Gauge(unit = "{order}", brief = "Orders in the book.")
  void setBookDepth(long orders);
}
// readme: end

package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.Gauge;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.UpDownCounter;

@MetricSet(name = "gateway.receiver", brief = "Frames taken off a ring by a receiver.")
public interface ReceiverMetrics {

  @Counter(unit = "{message}", brief = "Messages taken off the ring.")
  void addReceived(long count);

  @Counter(unit = "s", brief = "Time spent on messages.")
  void addBusyTime(double seconds);

  @Mmsc(unit = "By", brief = "Size of a batch.")
  void recordBatchSize(long bytes);

  @Mmsc(unit = "s", brief = "Age of a message when it was taken.")
  void recordMessageAge(double seconds);

  @Gauge(unit = "{message}", brief = "Messages in the ring.")
  void setQueueDepth(long depth);

  @Gauge(unit = "1", brief = "Share of the ring that is in use.")
  void setFillRatio(double ratio);

  @UpDownCounter(unit = "{message}", brief = "Messages taken and not done yet.")
  void addInFlight(long change);

  @UpDownCounter(unit = "{credit}", brief = "Credits left.")
  void addCredits(double change);
}

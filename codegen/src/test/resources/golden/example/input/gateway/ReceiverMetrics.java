package gateway;

import io.numetry.attribute.ErrorType;
import io.numetry.attribute.Outcome;
import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeAbsent;
import io.numetry.schema.AttributeValue;
import io.numetry.schema.Counter;
import io.numetry.schema.Detail;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.ExplicitHistogram;
import io.numetry.schema.FormerNames;
import io.numetry.schema.Gauge;
import io.numetry.schema.Histogram;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;
import io.numetry.schema.ObserveCounter;
import io.numetry.schema.ObserveUpDownCounter;
import io.numetry.schema.Stability;
import io.numetry.schema.StabilityLevel;
import io.numetry.schema.UpDownCounter;

/** Every feature of a schema. */
@MetricSet(
    name = "gateway.receiver",
    brief = "Frames taken off a ring by a receiver.",
    entity = Receiver.class,
    item = Lane.class)
@Stability(StabilityLevel.BETA)
public interface ReceiverMetrics {

  /** What a frame holds. */
  @Attribute("gateway.frame.type")
  enum FrameType {
    ORDER,
    QUOTE,
    @AttributeValue("heart-beat")
    HEART_BEAT,
    @AttributeAbsent
    UNKNOWN
  }

  @Counter(unit = "{frame}", brief = "Frames taken off the ring.")
  @Stability(StabilityLevel.STABLE)
  @Detail(DetailLevel.BASIC)
  @FormerNames({"gateway.received", "gateway.receiver.old_frames"})
  void addFrames(FrameType type, Outcome outcome, long frames);

  @Counter(unit = "{frame}", brief = "Frames that were not understood.")
  @Detail(DetailLevel.BASIC)
  void addFailures(ErrorType error, long frames);

  @UpDownCounter(unit = "{frame}", brief = "Frames taken and not done yet.")
  void addInFlight(@Attribute("gateway.frame.priority") FrameType priority, long change);

  @ObserveCounter(unit = "s", brief = "Time of the processor that the receiver took.")
  void observeBusyTime(double total);

  @ObserveUpDownCounter(unit = "By", brief = "Memory of the receiver's buffers.")
  void observeBuffers(long size);

  @Gauge(unit = "1", brief = "Share of the ring that is in use.")
  void setFill(double ratio);

  @Mmsc(unit = "By", brief = "Sizes of frames.")
  void recordSize(FrameType type, long size, long count);

  @Histogram(unit = "s", brief = "Time from the ring to the answer.")
  void recordLatency(Outcome outcome, double seconds);

  @Histogram(
      unit = "s",
      brief = "Sender's clock less ours.",
      maxBuckets = 40,
      maxScale = 4,
      negatives = true)
  @Detail(DetailLevel.DETAILED)
  void recordSkew(double seconds, long count);

  @ExplicitHistogram(
      unit = "{frame}",
      brief = "Frames taken at a time.",
      boundaries = {1, 2, 4, 8, 16})
  void recordBatch(long frames);

  @ExplicitHistogram(
      name = "gateway.queue.length",
      unit = "{frame}",
      brief = "Frames that waited, when it was looked.")
  void recordQueue(long frames, long count);

  @Deprecated
  @Counter(unit = "By", brief = "Bytes of the frames.")
  @Stability(StabilityLevel.DEVELOPMENT)
  void addTraffic(long size);
}

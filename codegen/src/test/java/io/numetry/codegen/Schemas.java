package io.numetry.codegen;

import javax.tools.JavaFileObject;

/** Sources that several tests compile. */
final class Schemas {
  private Schemas() {}

  /** A set of one counter, which is {@code unit}: a Java expression. */
  static JavaFileObject counting(String unit) {
    return Compile.source(
        "gateway.ReceiverMetrics",
        """
        package gateway;

        import io.numetry.schema.Counter;
        import io.numetry.schema.MetricSet;

        @MetricSet(name = "gateway.receiver", brief = "Frames taken.")
        public interface ReceiverMetrics {
          @Counter(unit = %s, brief = "Frames.")
          void addFrames(long count);
        }
        """
            .formatted(unit));
  }

  /** A user of the class that is generated for {@link #counting}. */
  static JavaFileObject user() {
    return Compile.source(
        "gateway.Receiver",
        """
        package gateway;

        final class Receiver {
          static final String UNIT =
              ReceiverMetricsSet.DESCRIPTOR.instruments().getFirst().unit();

          private final ReceiverMetrics metrics;

          Receiver(ReceiverMetricsSet metrics) {
            this.metrics = metrics;
          }

          void take() {
            metrics.addFrames(1);
          }
        }
        """);
  }
}

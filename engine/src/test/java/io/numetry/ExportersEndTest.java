package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever one exporter does at the end, the others have theirs. */
class ExportersEndTest {
  private final Logger logger = Logger.getLogger(Telemetry.class.getName());
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          Object[] parameters = record.getParameters();
          logged.add(parameters == null ? record.getMessage() : parameters[0].toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void capture() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void release() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  /** Never opened on a node. */
  private final class Ending implements MetricExporter {
    private final String name;
    private final LongPredicate flush;
    private final Runnable end;
    private final Runnable begin;

    Ending(String name, LongPredicate flush, Runnable begin, Runnable end) {
      this.name = name;
      this.flush = flush;
      this.begin = begin;
      this.end = end;
    }

    @Override
    public Temporality temporality(InstrumentKind kind) {
      return Temporality.CUMULATIVE;
    }

    @Override
    public void start(ExporterContext context) {
      begin.run();
    }

    @Override
    public NodeExporter openNode(NodeContext node) {
      throw new IllegalStateException("there is no core");
    }

    @Override
    public boolean flush(long timeoutNanos) {
      order.add(name + " flushed");
      return flush.test(timeoutNanos);
    }

    @Override
    public void close() {
      order.add(name + " closed");
      end.run();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static void nothing() {}

  private static void fail() {
    throw new NoClassDefFoundError("told to fail");
  }

  private Ending exporter(String name, LongPredicate flush) {
    return new Ending(name, flush, ExportersEndTest::nothing, ExportersEndTest::nothing);
  }

  @Test
  void flushesAndClosesAllWhateverOneThrows() {
    LongPredicate failing =
        nanos -> {
          throw new IllegalStateException("told to fail");
        };
    Telemetry.builder()
        .exporter(new Ending("first", failing, ExportersEndTest::nothing, ExportersEndTest::fail))
        .exporter(exporter("second", nanos -> true))
        .start()
        .close();
    assertThat(order)
        .containsExactly("first flushed", "second flushed", "first closed", "second closed");
    assertThat(logged)
        .containsExactly("shutdown: first could not be flushed", "first could not be closed");
  }

  @Test
  void letsAnExporterTellThatItIsDoneWhenAnotherHasUsedUpTheTime() {
    LongPredicate away =
        nanos -> {
          sleep(nanos);
          return false;
        };
    // As long as it takes to ask another thread.
    LongPredicate done = nanos -> nanos > TimeUnit.MILLISECONDS.toNanos(10);
    Telemetry.builder()
        .shutdownTimeout(Duration.ofMillis(1))
        .exporter(exporter("away", away))
        .exporter(exporter("done", done))
        .start()
        .close();
    assertThat(logged).containsExactly("away");
  }

  @Test
  void closesThoseThatHaveStartedWhereAClassIsMissing() {
    TelemetryBuilder builder =
        Telemetry.builder()
            .exporter(exporter("first", nanos -> true))
            .exporter(
                new Ending(
                    "second", nanos -> true, ExportersEndTest::fail, ExportersEndTest::nothing));
    assertThatThrownBy(builder::start).isInstanceOf(NoClassDefFoundError.class);
    assertThat(order).containsExactly("first closed", "second closed");
  }

  @Test
  void takesForeverForALongTime() {
    Duration forever = ChronoUnit.FOREVER.getDuration();
    Telemetry telemetry =
        Telemetry.builder()
            .shutdownTimeout(forever)
            .exportTimeout(forever)
            .exporter(exporter("only", nanos -> nanos > TimeUnit.DAYS.toNanos(36_000)))
            .start();
    assertThat(telemetry.flush()).isTrue();
    assertThat(telemetry.flush(forever)).isTrue();
    telemetry.close();
    telemetry.close();
    assertThat(logged).isEmpty();
  }

  private static void sleep(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

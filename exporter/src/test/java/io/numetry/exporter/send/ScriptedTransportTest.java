package io.numetry.exporter.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.config.OtlpOptionsBuilder;
import io.numetry.exporter.config.RetryOptions;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.spool.Spool;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.testkit.TestNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sender over a transport that does as the test says: what no server can bring about. */
class ScriptedTransportTest {
  private static final Verdict ACCEPTED =
      new Verdict.Accepted(0, null, new ResponseStatus.Http(200));

  @TempDir Path temp;

  private final Telemetry telemetry =
      Telemetry.builder().interval(Duration.ofHours(1)).bankHalfBytes(1 << 20).start();
  private final List<Long> sent = new ArrayList<>();
  private Script script = (payload, done) -> done.accept(ACCEPTED);
  private Runnable whenClosed = () -> {};
  private @Nullable OtlpSender sender;
  private @Nullable FramePool frames;

  /** One exchange of it. */
  private interface Script {
    void exchange(Payload payload, Consumer<Verdict> done);
  }

  private final class ScriptedTransport implements Transport {
    @Override
    public void exchange(Payload payload, Consumer<Verdict> done) {
      script.exchange(
          payload,
          verdict -> {
            if (verdict instanceof Verdict.Accepted) {
              sent.add((long) payload.points());
            }
            done.accept(verdict);
          });
    }

    @Override
    public void close() {
      whenClosed.run();
    }
  }

  private OtlpSender start(@Nullable SpoolOptions spool) {
    OtlpOptionsBuilder options =
        OtlpOptions.builder()
            .retry(new RetryOptions(Duration.ofMillis(2), 1.5, Duration.ofMillis(10)));
    if (spool != null) {
      options.spool(spool);
    }
    var started =
        new OtlpSender(
            options.build(),
            "scripted",
            (loop, listener) -> new ScriptedTransport(),
            new Random(1));
    started.start(
        () -> telemetry.openCore(CoreOptions.floating().named("scripted")),
        SenderIdentity.of(options.build(), type -> 0));
    frames = new FramePool(new TestNode(), started, 4 << 20);
    sender = started;
    return started;
  }

  /** A frame of a collection of its own. */
  private void send(OtlpSender to, int bytes, int points) {
    FramePool pool = frames;
    assertThat(pool).isNotNull();
    Frame frame = pool.take();
    frame.grow(0, bytes);
    frame.finish(bytes, points);
    pool.collected(List.of(frame));
    to.send(frame);
  }

  private SpoolOptions spool() {
    return SpoolOptions.builder(temp.resolve("spool"))
        .segmentBytes(64 << 10)
        .maxBytes(4 * (64 << 10))
        .build();
  }

  @AfterEach
  void shouldLeaveNothing() {
    if (sender != null && frames != null) {
      sender.close();
      frames.close();
      SenderStatistics total = sender.statistics();
      assertThat(total.framesWaiting()).isZero();
      assertThat(frames.collectionsUnsettled()).isZero();
    }
    telemetry.close();
  }

  @Test
  void shouldSendAgainWhatCouldNotBeBegun() {
    int[] failures = {2};
    script =
        (payload, done) -> {
          if (failures[0]-- > 0) {
            throw new IllegalStateException("of the transport");
          }
          done.accept(ACCEPTED);
        };
    OtlpSender to = start(null);
    send(to, 100, 7);
    assertThat(to.flush(TimeUnit.SECONDS.toNanos(60))).isTrue();
    assertThat(sent).containsExactly(7L);
    assertThat(to.statistics().retries()).isEqualTo(2);
  }

  /** Netty's native memory has a limit of its own: to be past it is an error, not an exception. */
  @Test
  void shouldSendAgainWhatThereWasNoMemoryFor() {
    boolean[] lacking = {true};
    script =
        (payload, done) -> {
          if (lacking[0]) {
            lacking[0] = false;
            throw new OutOfMemoryError("told to lack memory");
          }
          done.accept(ACCEPTED);
        };
    OtlpSender to = start(null);
    send(to, 100, 7);
    assertThat(to.flush(TimeUnit.SECONDS.toNanos(10))).isTrue();
    assertThat(sent).containsExactly(7L);
    assertThat(to.statistics().retries()).isEqualTo(1);
  }

  @Test
  void shouldTakeTheFirstVerdictOfAnExchangeThatFailsAfterIt() {
    script =
        (payload, done) -> {
          done.accept(ACCEPTED);
          throw new IllegalStateException("of the transport");
        };
    OtlpSender to = start(null);
    send(to, 100, 7);
    assertThat(to.flush(TimeUnit.SECONDS.toNanos(60))).isTrue();
    assertThat(to.statistics().acceptedPoints()).isEqualTo(7);
    assertThat(to.statistics().retries()).isZero();
  }

  @Test
  void shouldCloseAndCountThoughNothingCanBeBegun() {
    script =
        (payload, done) -> {
          throw new IllegalStateException("of the transport");
        };
    OtlpSender to = start(null);
    send(to, 100, 7);
    send(to, 100, 5);
    to.close();
    assertThat(to.statistics().droppedPoints()).isEqualTo(12);
  }

  @Test
  void shouldDropAtTheEndOnlyWhatTheSpoolRefuses() throws Exception {
    script = (payload, done) -> done.accept(new Verdict.Later(Cause.connection("away"), 0));
    OtlpSender to = start(spool());
    send(to, 1_000, 1);
    send(to, 1_000_000, 2); // larger than the whole spool
    send(to, 1_000, 4);
    to.close();
    assertThat(to.statistics().droppedPoints()).isEqualTo(2);
    assertThat(to.statistics().spooledPoints()).isEqualTo(5);
    try (Spool again = Spool.open(spool(), "again")) {
      assertThat(again.statistics().recoveredPoints()).isEqualTo(5);
    }
  }

  /** An aggregator may finish a frame while the exporter closes. */
  @Test
  void shouldCountAFrameThatComesWhenAllIsOver() throws Exception {
    OtlpSender to = start(spool());
    whenClosed = () -> send(to, 1_000, 3);
    to.close();
    assertThat(to.statistics().droppedPoints()).isEqualTo(3);
    assertThat(to.statistics().spooledPoints()).isZero();
  }
}

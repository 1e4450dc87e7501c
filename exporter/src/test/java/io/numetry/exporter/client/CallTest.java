package io.numetry.exporter.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.ResponseStatus;
import io.numetry.exporter.send.Verdict;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A call is over when nothing holds its memory, and no sooner. */
class CallTest {
  private static final Verdict ACCEPTED = new Verdict.Accepted(0, null, ResponseStatus.NONE);

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Call call =
      new Call(
          new HttpRequest(
              "/",
              EmptyHttpHeaders.INSTANCE,
              true,
              ByteBuffer.allocate(0),
              ByteBuffer.allocateDirect(100)),
          new NoJudge(),
          channel.eventLoop(),
          Call::finish,
          verdicts::add);

  @AfterEach
  void close() {
    channel.finish();
  }

  /** As it is when a stream is reset: slices of it still wait in front of the socket. */
  @Test
  void shouldNotBeOverWhileASliceIsHeld() {
    call.attached(new NoConnection());
    ByteBuf body = call.lendBody();
    ByteBuf slice = body.readRetainedSlice(10);
    call.judged(ACCEPTED);
    body.release();
    call.detached();
    channel.runPendingTasks();
    assertThat(verdicts).isEmpty();
    assertThat(call.isHeld()).isTrue();
    slice.release();
    channel.runPendingTasks();
    assertThat(verdicts).containsExactly(ACCEPTED);
  }

  @Test
  void shouldNotBeOverWhileTheConnectionHasMoreToTell() {
    call.attached(new NoConnection());
    call.lendBody().release();
    channel.runPendingTasks();
    assertThat(verdicts).isEmpty();
    call.judged(ACCEPTED);
    call.judged(new Verdict.Refused(Cause.connection("later"), ""));
    call.detached();
    channel.runPendingTasks();
    assertThat(verdicts).as("the first counts, once").containsExactly(ACCEPTED);
  }

  @Test
  void shouldHaveFailedForWhatItWasLost() {
    call.attached(new NoConnection());
    call.lost("a cable");
    call.detached();
    assertThat(verdicts).containsExactly(new Verdict.Later(Cause.connection("a cable"), 0));
  }

  @Test
  void shouldBeRepeatedThreeTimesAtMost() {
    for (int i = 0; i < 3; i++) {
      call.unprocessed("refused");
      assertThat(call.takesRepeat()).isTrue();
      assertThat(call.takesRepeat()).as("only once for each").isFalse();
    }
    call.unprocessed("refused");
    assertThat(call.takesRepeat()).isFalse();
  }

  @Test
  void shouldNotBeRepeatedWithAVerdict() {
    call.unprocessed("refused");
    call.judged(ACCEPTED);
    assertThat(call.takesRepeat()).isFalse();
  }

  private static final class NoConnection implements Connection {
    @Override
    public int spareCalls() {
      return 0;
    }

    @Override
    public boolean isShared() {
      return false;
    }

    @Override
    public void begin(Call begun) {}

    @Override
    public void abort(Call aborted, boolean stuck) {}

    @Override
    public void hangUp() {}
  }

  private static final class NoJudge implements Judge {
    @Override
    public Verdict response(FullHttpResponse response) {
      throw new AssertionError("no response");
    }

    @Override
    public Verdict reset(long errorCode) {
      throw new AssertionError("no reset");
    }

    @Override
    public Verdict tooLarge(String cause) {
      throw new AssertionError("no response");
    }
  }
}

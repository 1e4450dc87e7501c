package io.numetry.exporter.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.numetry.exporter.config.OtlpOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelsTest {
  private final EventLoop loop =
      new SingleThreadIoEventLoop(
          null, new DefaultThreadFactory("channels", true), NioIoHandler.newFactory());

  @AfterEach
  void endLoop() throws Exception {
    loop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS).get();
  }

  /** A container's limit of processes counts threads. */
  @Test
  void shouldFailAnAttemptThatThereIsNoThreadFor() throws Exception {
    var resolver =
        new Resolver(
            work -> {
              throw new OutOfMemoryError("told to have no thread");
            });
    var failure = new CompletableFuture<String>();
    try (var channels =
        new Channels(loop, OtlpOptions.builder().build(), resolver, List.of("http/1.1"))) {
      loop.execute(
          () ->
              channels.open(
                  new ChannelListener() {
                    @Override
                    public void opened(Channel channel, String applicationProtocol) {
                      failure.complete("opened");
                    }

                    @Override
                    public void failed(String cause) {
                      failure.complete(cause);
                    }
                  }));
      assertThat(failure.get(60, TimeUnit.SECONDS))
          .isEqualTo("cannot connect: told to have no thread");
    }
  }
}

package io.numetry.exporter.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.numetry.exporter.config.Destination.HostAndPort;
import io.numetry.exporter.config.ProxyOptions;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The opening of one channel.
 *
 * <pre>
 *  look up, read files -> connect to the addresses in turn -> proxy -> TLS -> opened
 *  (resolver's thread)    (event loop from here on)
 * </pre>
 *
 * <p>Threads: the event loop, except where said.
 */
public final class ChannelAttempt {
  private final Channels channels;
  private final ChannelListener listener;
  private List<SocketAddress> addresses = List.of();
  private @Nullable SslContext tls;
  private @Nullable Channel channel;
  private boolean over;

  ChannelAttempt(Channels channels, ChannelListener listener) {
    this.channels = channels;
    this.listener = listener;
  }

  void begin() {
    try {
      channels.resolver.execute(this::prepare);
    } catch (OutOfMemoryError e) {
      // No thread, where processes are limited in them. Not directly: nobody expects it yet.
      channels.loop.execute(() -> fail("cannot connect: " + reason(e)));
    }
  }

  /** Gives up; the listener hears no more. The next attempt begins with another address. */
  public void abort() {
    over = true;
    channels.turn++;
    if (channel != null) {
      Channels.hangUp(channel);
    }
  }

  /** On the resolver's thread: what may block. */
  private void prepare() {
    Runnable next;
    try {
      SslContext context = channels.tls == null ? null : channels.tls.current();
      List<SocketAddress> found = Addresses.of(channels.connected());
      next = () -> prepared(found, context);
    } catch (UnknownHostException e) {
      next = () -> fail("unknown host " + hostOf(channels));
    } catch (RuntimeException e) {
      next = () -> fail("cannot connect: " + reason(e));
    }
    try {
      channels.loop.execute(next);
    } catch (RejectedExecutionException e) {
      // Closed meanwhile: nobody waits for it.
    }
  }

  private static String hostOf(Channels channels) {
    return channels.connected() instanceof HostAndPort host
        ? host.host()
        : channels.connected().toString();
  }

  private void prepared(List<SocketAddress> found, @Nullable SslContext context) {
    addresses = found;
    tls = context;
    connect(0);
  }

  /**
   * @param failures addresses tried in vain
   */
  private void connect(int failures) {
    if (over) {
      return;
    }
    SocketAddress address = addresses.get(Math.floorMod(channels.turn, addresses.size()));
    ChannelFuture connecting = bootstrap(address).connect(address);
    channel = connecting.channel();
    connecting.addListener(
        (ChannelFuture connected) -> {
          if (over) {
            Channels.hangUp(connected.channel());
          } else if (connected.isSuccess()) {
            throughProxy(connected.channel());
          } else if (failures + 1 < addresses.size()) {
            channels.turn++;
            connect(failures + 1);
          } else {
            fail("cannot connect: " + reason(connected.cause()));
          }
        });
  }

  private Bootstrap bootstrap(SocketAddress address) {
    ChannelFactory<? extends Channel> sockets =
        address instanceof UnixDomainSocketAddress
            ? NioDomainSocketChannel::new
            : NioSocketChannel::new;
    return new Bootstrap()
        .group(channels.loop)
        .channelFactory(sockets)
        .disableResolver()
        .option(
            ChannelOption.CONNECT_TIMEOUT_MILLIS,
            connectTimeoutMillis(channels.options.timeout(), addresses.size()))
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel opened) {
                opened.pipeline().addLast(Channels.EDGE, Channels.edge());
              }
            });
  }

  /**
   * The request's time limit covers connecting. But of several addresses one that does not answer
   * must leave time for the others.
   *
   * @return 0 for no limit of its own
   */
  static int connectTimeoutMillis(Duration requestTimeout, int addresses) {
    if (requestTimeout.isZero() || addresses == 1) {
      return 0;
    }
    return (int) Math.max(1, requestTimeout.toMillis() / addresses);
  }

  private void throughProxy(Channel open) {
    ProxyOptions proxy = channels.options.proxy();
    if (proxy == null) {
      beginTls(open);
    } else {
      ProxyTunnel.dig(
          open,
          proxy,
          channels.endpoint(),
          new ProxyTunnel.Listener() {
            @Override
            public void through() {
              beginTls(open);
            }

            @Override
            public void failed(String cause) {
              fail(cause);
            }
          });
    }
  }

  private void beginTls(Channel open) {
    if (over) {
      return;
    }
    if (tls == null) {
      succeed(open, "");
      return;
    }
    HostAndPort host = (HostAndPort) channels.endpoint().destination();
    SslHandler handler = tls.newHandler(open.alloc(), unbracketed(host.host()), host.port());
    // The request's time limit covers the handshake.
    handler.setHandshakeTimeoutMillis(0);
    ChannelPipeline pipeline = open.pipeline();
    pipeline.addLast(handler);
    pipeline.addLast(new Handshake(handler));
  }

  private void succeed(Channel open, String applicationProtocol) {
    if (!over) {
      over = true;
      listener.opened(open, applicationProtocol);
    }
  }

  private void fail(String cause) {
    if (over) {
      return;
    }
    over = true;
    channels.turn++;
    if (channel != null) {
      Channels.hangUp(channel);
    }
    listener.failed(cause);
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** Waits for TLS; its place in the pipeline is then the listener's. */
  private final class Handshake extends ChannelInboundHandlerAdapter {
    private final SslHandler handler;

    private Handshake(SslHandler handler) {
      this.handler = handler;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (!(event instanceof SslHandshakeCompletionEvent completion)) {
        context.fireUserEventTriggered(event);
      } else if (completion.isSuccess()) {
        String protocol = handler.applicationProtocol();
        // First the listener's handlers, then without this one: what comes at once goes to them.
        succeed(context.channel(), protocol == null ? "" : protocol);
        context.pipeline().remove(this);
      } else {
        fail("no TLS: " + reason(completion.cause()));
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      fail("no TLS: connection closed");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      fail("no TLS: " + reason(cause));
    }
  }
}

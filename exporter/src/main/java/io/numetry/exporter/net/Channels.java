package io.numetry.exporter.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.numetry.exporter.config.Destination;
import io.numetry.exporter.config.Destination.HostAndPort;
import io.numetry.exporter.config.OtlpEndpoint;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.config.ProxyOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens channels to the endpoint.
 *
 * <p>Threads: the event loop alone.
 */
public final class Channels implements AutoCloseable {
  static final String EDGE = "edge";

  final EventLoop loop;
  final OtlpOptions options;
  final Resolver resolver;
  final @Nullable TlsContexts tls;

  /** Which of the addresses is the first to be tried; grows with failures. */
  int turn;

  /**
   * @param name of the thread that looks names up
   * @param applicationProtocols to offer by TLS, the preferred one first
   * @throws IllegalArgumentException if the files for TLS cannot be used
   */
  public Channels(
      EventLoop loop, OtlpOptions options, String name, List<String> applicationProtocols) {
    this(loop, options, new Resolver(name), applicationProtocols);
  }

  Channels(
      EventLoop loop, OtlpOptions options, Resolver resolver, List<String> applicationProtocols) {
    this.loop = loop;
    this.options = options;
    this.tls =
        options.endpoint().tls() ? new TlsContexts(options.tls(), applicationProtocols) : null;
    this.resolver = resolver;
  }

  /** Begins to open a channel. */
  public ChannelAttempt open(ChannelListener listener) {
    var attempt = new ChannelAttempt(this, listener);
    attempt.begin();
    return attempt;
  }

  /** Opens no more; attempts under way end soon, and are not told. */
  @Override
  public void close() {
    resolver.close();
  }

  /**
   * Closes a channel without a farewell, which a connection that is stuck would only keep: no TLS
   * alert, no GOAWAY.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the channel's end is told to its handlers
  public static void hangUp(Channel channel) {
    ChannelHandlerContext edge = channel.pipeline().context(EDGE);
    if (edge != null) {
      edge.close();
    } else {
      channel.close();
    }
  }

  /** What is connected to: the proxy, or else the endpoint. */
  Destination connected() {
    ProxyOptions proxy = options.proxy();
    return proxy == null
        ? options.endpoint().destination()
        : new HostAndPort(proxy.host(), proxy.port());
  }

  OtlpEndpoint endpoint() {
    return options.endpoint();
  }

  /** The first handler of each channel: closing from here passes by all others. */
  static ChannelHandler edge() {
    return new ChannelHandlerAdapter() {};
  }
}

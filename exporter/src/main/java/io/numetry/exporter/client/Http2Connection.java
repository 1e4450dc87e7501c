package io.numetry.exporter.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.util.ReferenceCountUtil;
import io.numetry.exporter.net.Channels;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection of HTTP/2: a stream a call, as many at a time as the destination allows.
 *
 * <p>It is ready when the destination's SETTINGS have come: then it is known that there is HTTP/2
 * at the other end, and how many streams it takes. After GOAWAY, or a call that ran out of time, it
 * takes no more calls, and closes when its last one is over.
 */
final class Http2Connection extends ChannelInboundHandlerAdapter implements Connection {
  /** The headers of a response to an export are few. */
  private static final int MAX_HEADER_BYTES = 16 << 10;

  private final Channel channel;
  private final ConnectionListener listener;
  private final int maxResponseBytes;
  private final List<Http2Stream> streams = new ArrayList<>();
  private long maxStreams = Long.MAX_VALUE;
  private boolean ready;
  private boolean retired;
  private boolean reused;
  private String end = "connection closed";

  private Http2Connection(Channel channel, int maxResponseBytes, ConnectionListener listener) {
    this.channel = channel;
    this.maxResponseBytes = maxResponseBytes;
    this.listener = listener;
  }

  /** Adds its handlers to an open channel; it tells when it is ready. */
  static Connection open(Channel channel, int maxResponseBytes, ConnectionListener listener) {
    var connection = new Http2Connection(channel, maxResponseBytes, listener);
    channel
        .pipeline()
        .addLast(
            Http2FrameCodecBuilder.forClient()
                .initialSettings(
                    Http2Settings.defaultSettings()
                        .pushEnabled(false)
                        .maxHeaderListSize(MAX_HEADER_BYTES))
                // What is left when it is closed is of no use.
                .gracefulShutdownTimeoutMillis(0)
                .build(),
            new Http2MultiplexHandler(new RefusedStreams()),
            connection);
    return connection;
  }

  @Override
  public int spareCalls() {
    return ready && !retired && channel.isActive()
        ? (int) Math.max(0, Math.min(Integer.MAX_VALUE, maxStreams - streams.size()))
        : 0;
  }

  @Override
  public boolean isShared() {
    return !retired && channel.isActive();
  }

  @Override
  public void begin(Call call) {
    var stream = new Http2Stream(this, call, reused);
    streams.add(stream);
    reused = true;
    stream.open(channel, maxResponseBytes);
  }

  @Override
  public void abort(Call call, boolean stuck) {
    retired = true;
    if (stuck) {
      hangUp();
      return;
    }
    for (Http2Stream stream : List.copyOf(streams)) {
      if (stream.call() == call) {
        stream.abort();
      }
    }
    closeIfDone();
  }

  @Override
  public void hangUp() {
    retired = true;
    Channels.hangUp(channel);
  }

  /** The channel is there, even if no more calls are taken. */
  boolean isOpen() {
    return channel.isActive();
  }

  /** A stream has ended; its call has been told. */
  void ended(Http2Stream stream) {
    streams.remove(stream);
    closeIfDone();
    listener.changed(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object frame) {
    if (frame instanceof Http2SettingsFrame settings) {
      settingsCame(settings.settings());
    } else if (frame instanceof Http2GoAwayFrame) {
      // Streams that are not served hear of it themselves.
      retired = true;
      closeIfDone();
      listener.changed(this);
    }
    ReferenceCountUtil.release(frame);
  }

  private void settingsCame(Http2Settings settings) {
    Long limit = settings.maxConcurrentStreams();
    if (limit != null) {
      maxStreams = limit;
    }
    if (!ready) {
      ready = true;
      listener.ready(this);
    } else {
      listener.changed(this);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    retired = true;
    for (Http2Stream stream : List.copyOf(streams)) {
      stream.connectionLost(end);
    }
    listener.ended(this, ready, end);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    String message = cause.getMessage();
    end = "connection lost: " + (message == null ? cause.getClass().getSimpleName() : message);
    for (Http2Stream stream : List.copyOf(streams)) {
      stream.lost(end);
    }
    hangUp();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the channel's end is told to this handler
  private void closeIfDone() {
    if (retired && streams.isEmpty()) {
      channel.close();
    }
  }

  /** A client that refuses pushes is sent no streams; whoever does so all the same is not heard. */
  @Sharable
  private static final class RefusedStreams extends ChannelInboundHandlerAdapter {
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void channelActive(ChannelHandlerContext context) {
      context.close();
    }
  }
}

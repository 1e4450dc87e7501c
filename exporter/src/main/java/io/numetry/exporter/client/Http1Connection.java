package io.numetry.exporter.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.numetry.exporter.net.Channels;
import org.jspecify.annotations.Nullable;

/**
 * A connection of HTTP/1.1: one call at a time, kept alive between them.
 *
 * <p>An aborted call closes it: an answer that comes late could not be told from one to the next
 * request.
 */
final class Http1Connection extends SimpleChannelInboundHandler<FullHttpResponse>
    implements Connection {
  private final Channel channel;
  private final ConnectionListener listener;
  private final int maxResponseBytes;
  private @Nullable Call call;
  private boolean reusable = true;

  /** It served an earlier call, and may have been closed at the other end since. */
  private boolean reused;

  private Http1Connection(Channel channel, int maxResponseBytes, ConnectionListener listener) {
    this.channel = channel;
    this.maxResponseBytes = maxResponseBytes;
    this.listener = listener;
  }

  /** Adds its handlers to an open channel. */
  static void open(Channel channel, int maxResponseBytes, ConnectionListener listener) {
    var connection = new Http1Connection(channel, maxResponseBytes, listener);
    channel
        .pipeline()
        .addLast(new HttpClientCodec(), new HttpObjectAggregator(maxResponseBytes), connection);
    listener.ready(connection);
  }

  @Override
  public int spareCalls() {
    return call == null && reusable && channel.isActive() ? 1 : 0;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public void begin(Call toSend) {
    call = toSend;
    ByteBuf body = toSend.lendBody();
    HttpHeaders headers =
        DefaultHttpHeadersFactory.headersFactory().newHeaders().set(toSend.request.headers());
    headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.readableBytes()));
    var request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.POST,
            toSend.request.path(),
            body,
            headers,
            EmptyHttpHeaders.INSTANCE);
    channel
        .writeAndFlush(request)
        .addListener(
            (ChannelFuture write) -> {
              if (!write.isSuccess()) {
                lost("cannot send: " + reason(write.cause()));
              }
            });
  }

  @Override
  public void abort(Call aborted, boolean stuck) {
    if (aborted == call) {
      hangUp();
    }
  }

  @Override
  public void hangUp() {
    reusable = false;
    Channels.hangUp(channel);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
    if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      return; // the response proper is to follow
    }
    Call answered = call;
    if (answered == null || answered.hasVerdict()) {
      hangUp(); // nothing was asked, so what comes next cannot be told apart from an answer
      return;
    }
    answered.judged(answered.judge.response(response));
    if (!answered.isHeld()
        && HttpUtil.isKeepAlive(response)
        && response.decoderResult().isSuccess()) {
      call = null;
      reused = true;
      answered.detached();
      listener.changed(this);
    } else {
      hangUp();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    reusable = false;
    Call ended = call;
    call = null;
    if (ended != null) {
      if (reused) {
        ended.unprocessed("connection closed before the response");
      }
      ended.detached();
    }
    listener.ended(this, true, "connection closed");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (call != null && cause instanceof TooLongFrameException) {
      call.judged(call.judge.tooLarge("a response of more than " + maxResponseBytes + " bytes"));
    }
    lost("connection lost: " + reason(cause));
  }

  private void lost(String cause) {
    if (call != null) {
      call.lost(cause);
    }
    hangUp();
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}

package io.numetry.exporter.client;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One call as a stream of HTTP/2. Threads: the event loop alone. */
final class Http2Stream extends SimpleChannelInboundHandler<FullHttpResponse> {
  private final Http2Connection connection;
  private final Call call;

  /** The connection served an earlier call, and may have been closed at the other end since. */
  private final boolean onReused;

  private int maxResponseBytes;
  private @Nullable Channel channel;
  private boolean over;

  Http2Stream(Http2Connection connection, Call call, boolean onReused) {
    this.connection = connection;
    this.call = call;
    this.onReused = onReused;
  }

  Call call() {
    return call;
  }

  /** Opens the stream and sends the request. */
  void open(Channel parent, int responseBytes) {
    maxResponseBytes = responseBytes;
    new Http2StreamChannelBootstrap(parent)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel stream) {
                stream
                    .pipeline()
                    .addLast(
                        new Http2StreamFrameToHttpObjectCodec(false),
                        new HttpObjectAggregator(responseBytes),
                        Http2Stream.this);
              }
            })
        .open()
        .addListener(
            (Future<Http2StreamChannel> opened) -> {
              if (over) {
                return;
              }
              if (opened.isSuccess()) {
                channel = opened.getNow();
                write(opened.getNow());
              } else {
                lost("no stream: " + reason(opened.cause()));
                end();
              }
            });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the last write tells of all
  private void write(Channel stream) {
    HttpRequest request = call.request;
    HttpHeaders headers =
        DefaultHttpHeadersFactory.headersFactory().newHeaders().set(request.headers());
    if (request.withLength()) {
      headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(request.contentLength()));
    }
    stream.write(
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, request.path(), headers));
    if (request.prefix().hasRemaining()) {
      stream.write(new DefaultHttpContent(Unpooled.wrappedBuffer(request.prefix().duplicate())));
    }
    stream
        .writeAndFlush(new DefaultLastHttpContent(call.lendBody()))
        .addListener(
            written -> {
              if (!written.isSuccess() && !over && !call.hasVerdict()) {
                lost("cannot send: " + reason(written.cause()));
                close();
              }
            });
  }

  /** The call has its verdict: the stream's end is all that is waited for. */
  void abort() {
    close();
  }

  /** What the call failed for, unless it becomes known better. */
  void lost(String cause) {
    call.lost(cause);
  }

  /** The connection has ended, maybe before this stream heard of it. */
  void connectionLost(String cause) {
    if (!over) {
      lost(cause);
      end();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
    if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      return; // the response proper is to follow
    }
    call.judged(call.judge.response(response));
    // Of a request that is still on its way the rest is not wanted any more.
    close();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof Http2ResetFrame reset && !call.hasVerdict()) {
      if (reset.errorCode() == Http2Error.REFUSED_STREAM.code()) {
        call.unprocessed("the destination refuses the stream");
      } else {
        call.judged(call.judge.reset(reset.errorCode()));
      }
    } else if (event instanceof Http2GoAwayFrame) {
      // Told only to streams that will not be served.
      call.unprocessed("the destination closes the connection");
    }
    ReferenceCountUtil.release(event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof TooLongFrameException) {
      call.judged(call.judge.tooLarge("a response of more than " + maxResponseBytes + " bytes"));
    }
    lost("stream lost: " + reason(cause));
    close();
  }

  private void end() {
    if (over) {
      return;
    }
    over = true;
    if (onReused && !connection.isOpen()) {
      // Both ends may close an idle connection at any time.
      call.unprocessed("connection closed before the response");
    }
    call.detached();
    connection.ended(this);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the stream's end is told to this handler
  private void close() {
    if (channel != null) {
      if (call.isHeld()) {
        // Netty takes an end that is queued for one that was sent, and would leave out the reset:
        // what windows hold back would stay there, and our memory with it.
        channel.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL));
      }
      channel.close();
    }
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}

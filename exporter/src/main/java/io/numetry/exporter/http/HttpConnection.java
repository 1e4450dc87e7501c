package io.numetry.exporter.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
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
import io.netty.util.concurrent.Future;
import io.numetry.exporter.config.HttpHeader;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.frame.Frame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection, made when it is needed and kept alive; one request at a time.
 *
 * <p>An exchange ends once and only when Netty has no more hold on the frame's memory: after a
 * response with the request fully written, or else after the connection is gone. So a timeout does
 * not end it but closes the connection.
 *
 * <p>Threads: the event loop alone.
 */
final class HttpConnection {
  private final EventLoop loop;
  private final OtlpOptions options;
  private final HttpHeaders headers;
  private final ResponseJudge judge;
  private final SenderStatistics statistics;
  private final Bootstrap bootstrap;
  private int addressTurn;

  private @Nullable Channel channel;
  private @Nullable Frame frame;
  private @Nullable Consumer<Verdict> whenDone;
  private @Nullable Future<?> timeout;
  private @Nullable Verdict verdict;
  private boolean written;

  /** The connection served an earlier exchange, and may have been closed at the other end since. */
  private boolean reused;

  /**
   * @param headers what every request has; the content's length is added
   */
  HttpConnection(
      EventLoop loop,
      OtlpOptions options,
      HttpHeaders headers,
      ResponseJudge judge,
      SenderStatistics statistics) {
    this.loop = loop;
    this.options = options;
    this.headers = headers;
    this.judge = judge;
    this.statistics = statistics;
    this.bootstrap =
        new Bootstrap()
            .group(loop)
            .channelFactory(NioSocketChannel::new)
            // Netty's resolver would leave a thread of its own behind, see connect().
            .disableResolver()
            // The request's timeout covers connecting.
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel opened) {
                    opened
                        .pipeline()
                        .addLast(new HttpClientCodec())
                        .addLast(new HttpObjectAggregator(options.maxResponseBytes()))
                        .addLast(new Responses());
                  }
                });
  }

  /**
   * Sends a frame.
   *
   * @param done told the verdict, once; possibly before this returns
   */
  void exchange(Frame toSend, Consumer<Verdict> done) {
    if (frame != null) {
      throw new IllegalStateException("connection: a request is in flight");
    }
    frame = toSend;
    whenDone = done;
    verdict = null;
    written = false;
    if (!options.timeout().isZero()) {
      timeout = loop.schedule(this::timedOut, options.timeout().toNanos(), TimeUnit.NANOSECONDS);
    }
    Channel open = channel;
    reused = open != null && open.isActive();
    if (open != null && reused) {
      write(open, toSend);
    } else {
      connect();
    }
  }

  /** Breaks off: an exchange ends soon, as a connection lost. */
  void close() {
    if (channel != null) {
      hangUp(channel);
    }
  }

  /** Tries the host's addresses in turn, one an attempt. */
  private void connect() {
    InetAddress address;
    try {
      InetAddress[] addresses = InetAddress.getAllByName(options.endpoint().host());
      address = addresses[Math.floorMod(addressTurn, addresses.length)];
    } catch (UnknownHostException e) {
      conclude(new Verdict.Later("unknown host " + options.endpoint().host(), 0));
      return;
    }
    ChannelFuture connecting =
        bootstrap.connect(new InetSocketAddress(address, options.endpoint().port()));
    channel = connecting.channel();
    connecting.addListener(
        (ChannelFuture connected) -> {
          if (connected.isSuccess()) {
            statistics.connections.incrementAndGet();
            writeOpenFrame(connected.channel());
          } else {
            addressTurn++;
            channel = null;
            conclude(new Verdict.Later("cannot connect: " + reason(connected.cause()), 0));
          }
        });
  }

  private void writeOpenFrame(Channel open) {
    if (frame != null) {
      write(open, frame);
    }
  }

  private void write(Channel open, Frame toSend) {
    headers.set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(toSend.byteSize()));
    var request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.POST,
            options.endpoint().path(),
            toSend.content().retain(),
            headers,
            EmptyHttpHeaders.INSTANCE);
    open.writeAndFlush(request)
        .addListener(
            (ChannelFuture write) -> {
              if (write.isSuccess()) {
                written = true;
              } else {
                lost(write.channel(), "cannot send: " + reason(write.cause()));
              }
            });
  }

  private void timedOut() {
    timeout = null;
    if (channel != null) {
      breakOff(
          channel,
          new Verdict.Later("no response within " + options.timeout().toMillis() + " ms", 0));
    }
  }

  private void answered(Channel from, FullHttpResponse response) {
    if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
      return; // the response proper is to follow
    }
    if (from != channel || frame == null || verdict != null) {
      hangUp(from); // nothing was asked, so what comes next cannot be told apart from an answer
      return;
    }
    Verdict judged = judge.judge(response);
    boolean reusable =
        written && HttpUtil.isKeepAlive(response) && response.decoderResult().isSuccess();
    if (reusable) {
      conclude(judged);
    } else {
      breakOff(from, judged);
    }
  }

  private void lost(Channel from, String cause) {
    breakOff(from, reused ? null : new Verdict.Later(cause, 0));
  }

  /**
   * Closes the connection; its end concludes the exchange.
   *
   * @param because null to leave that to {@link #ended}
   */
  private void breakOff(Channel open, @Nullable Verdict because) {
    if (open == channel && frame != null && verdict == null) {
      verdict = because;
    }
    hangUp(open);
  }

  private void ended(Channel ended) {
    if (ended != channel) {
      return;
    }
    channel = null;
    if (frame == null) {
      return;
    }
    if (reused && verdict == null) {
      // Both ends may close an idle connection at any time. That is no failure of the destination,
      // and not worth a wait or a warning.
      reused = false;
      written = false;
      connect();
    } else {
      conclude(new Verdict.Later("connection closed before the response", 0));
    }
  }

  private void conclude(Verdict otherwise) {
    Verdict result = verdict == null ? otherwise : verdict;
    Consumer<Verdict> done = whenDone;
    if (timeout != null) {
      timeout.cancel(false);
      timeout = null;
    }
    frame = null;
    whenDone = null;
    verdict = null;
    if (done != null) {
      done.accept(result);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the connection's end is told to its handler
  private static void hangUp(Channel open) {
    open.close();
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** The connection's last handler. */
  private final class Responses extends SimpleChannelInboundHandler<FullHttpResponse> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      answered(context.channel(), response);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      ended(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (cause instanceof TooLongFrameException) {
        String tooLong = "a response of more than " + options.maxResponseBytes() + " bytes";
        breakOff(context.channel(), new Verdict.Refused(tooLong, ""));
      } else {
        lost(context.channel(), "connection lost: " + reason(cause));
      }
    }
  }

  /** What every request to the endpoint has. */
  static HttpHeaders requestHeaders(OtlpOptions options, String userAgent) {
    HttpHeaders headers = new DefaultHttpHeaders();
    headers.set(HttpHeaderNames.HOST, options.endpoint().authority());
    headers.set(HttpHeaderNames.CONTENT_TYPE, "application/x-protobuf");
    headers.set(HttpHeaderNames.USER_AGENT, userAgent);
    for (HttpHeader header : options.headers()) {
      if (HttpHeaderNames.USER_AGENT.contentEqualsIgnoreCase(header.name())) {
        // The specification lets a user put a product in front, and wants the exporter's to stay.
        headers.set(header.name(), header.value() + " " + userAgent);
      } else {
        headers.add(header.name(), header.value());
      }
    }
    return headers;
  }
}

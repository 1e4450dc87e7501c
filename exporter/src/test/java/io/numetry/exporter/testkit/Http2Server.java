package io.numetry.exporter.testkit;

import com.google.protobuf.ByteString;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.numetry.exporter.testkit.Certificates.Pair;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A destination that speaks HTTP/2, frame by frame as a test says; by default it accepts. */
@SuppressWarnings("FutureReturnValueIgnored") // a test waits for what the exporter makes of it
public final class Http2Server implements AutoCloseable {
  private static final int GRPC_PREFIX = 5;

  // Not a group: a group's end is told on a thread that outlives it.
  private final EventLoop loop =
      new SingleThreadIoEventLoop(
          null, new DefaultThreadFactory("http2-server", true), NioIoHandler.newFactory());
  private final Http2Settings settings;
  private final @Nullable SslContext tls;
  private final Channel channel;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Channel> connections = new CopyOnWriteArrayList<>();
  private final AtomicInteger openStreams = new AtomicInteger();
  private final AtomicInteger mostStreams = new AtomicInteger();

  /** A request as it came. */
  public record Received(Map<String, String> headers, int streamId, ByteString body) {

    /** The message of a gRPC request. */
    public ExportMetricsServiceRequest grpcRequest() {
      boolean isCompressed = body.byteAt(0) == 1;
      return Frames.parse(
          Contents.decoded(
                  isCompressed ? headers.get("grpc-encoding") : null, body.substring(GRPC_PREFIX))
              .toByteArray());
    }

    public ExportMetricsServiceRequest httpRequest() {
      return Frames.parse(Contents.decoded(headers.get("content-encoding"), body).toByteArray());
    }
  }

  /** What to do with a request. */
  public interface Answer {
    void to(Exchange exchange);

    /** Whether the request's headers suffice; otherwise its end is waited for. */
    default boolean isAtOnce() {
      return false;
    }
  }

  /** A request that is to be answered. */
  public static final class Exchange {
    private final Http2StreamChannel stream;
    private final boolean isGrpc;

    private Exchange(Http2StreamChannel stream, boolean isGrpc) {
      this.stream = stream;
      this.isGrpc = isGrpc;
    }

    public Exchange headers(boolean last, String... namesAndValues) {
      Http2Headers headers = new DefaultHttp2Headers();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        headers.add(namesAndValues[i], namesAndValues[i + 1]);
      }
      stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, last));
      return this;
    }

    public Exchange data(boolean last, byte[] bytes) {
      stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(bytes), last));
      return this;
    }

    /** A gRPC message that is not compressed. */
    public Exchange message(byte[] message) {
      ByteBuf framed = Unpooled.buffer().writeByte(0).writeInt(message.length);
      return data(false, ByteBufUtil.getBytes(framed.writeBytes(message)));
    }

    public void reset(long errorCode) {
      stream.writeAndFlush(new DefaultHttp2ResetFrame(errorCode));
    }

    /** Tells that streams above the given one are not served. */
    public Exchange goAway(int lastStreamId) {
      var codec = stream.parent().pipeline().get(Http2FrameCodec.class);
      ChannelHandlerContext context = stream.parent().pipeline().context(codec);
      codec.goAway(context, lastStreamId, 0, Unpooled.EMPTY_BUFFER, context.newPromise());
      context.flush();
      return this;
    }

    public int streamId() {
      return stream.stream().id();
    }

    /** Closes the connection. */
    public void cut() {
      stream.parent().close();
    }

    public void accept() {
      if (isGrpc) {
        headers(false, ":status", "200", "content-type", "application/grpc");
        message(new byte[0]).headers(true, "grpc-status", "0");
      } else {
        headers(true, ":status", "200");
      }
    }
  }

  public Http2Server() {
    this(Http2Settings.defaultSettings(), null, loopback());
  }

  public Http2Server(Http2Settings settings) {
    this(settings, null, loopback());
  }

  /** One with TLS, that agrees to the protocols given. */
  public static Http2Server withTls(Pair certificate, String... applicationProtocols) {
    try {
      var builder =
          SslContextBuilder.forServer(certificate.certificateFile(), certificate.keyFile());
      if (applicationProtocols.length > 0) {
        builder.applicationProtocolConfig(
            new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                applicationProtocols));
      }
      return new Http2Server(Http2Settings.defaultSettings(), builder.build(), loopback());
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Http2Server(Http2Settings settings, @Nullable SslContext tls, SocketAddress address) {
    this.settings = settings;
    this.tls = tls;
    boolean isInet = address instanceof InetSocketAddress;
    this.channel =
        new ServerBootstrap()
            .group(loop)
            .channelFactory(
                isInet ? NioServerSocketChannel::new : NioServerDomainSocketChannel::new)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel opened) {
                    serve(opened);
                  }
                })
            .bind(address)
            .syncUninterruptibly()
            .channel();
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** The next request that no earlier answer is for gets this one. */
  public Http2Server thenAnswer(Answer answer) {
    answers.add(answer);
    return this;
  }

  /** As {@link #thenAnswer}, before the request has come whole. */
  public Http2Server thenAnswerAtOnce(Answer answer) {
    answers.add(
        new Answer() {
          @Override
          public void to(Exchange exchange) {
            answer.to(exchange);
          }

          @Override
          public boolean isAtOnce() {
            return true;
          }
        });
    return this;
  }

  public int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  public String url() {
    return (tls == null ? "http" : "https") + "://localhost:" + port();
  }

  /** The requests that have come whole. */
  public List<Received> received() {
    return received;
  }

  /** Connections that were made so far. */
  public int connections() {
    return connections.size();
  }

  /** Connections that are open. */
  public long openConnections() {
    return connections.stream().filter(Channel::isActive).count();
  }

  /** The most streams that were open at a time. */
  public int mostStreams() {
    return mostStreams.get();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    for (Channel connection : connections) {
      ChannelHandlerContext edge = connection.pipeline().firstContext();
      if (edge != null) {
        // Past TLS and HTTP/2, which would still have something to say.
        edge.close().awaitUninterruptibly();
      }
    }
    loop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS).syncUninterruptibly();
  }

  private void serve(Channel opened) {
    connections.add(opened);
    ChannelPipeline pipeline = opened.pipeline();
    pipeline.addLast(new ChannelHandlerAdapter() {});
    if (tls != null) {
      pipeline.addLast(tls.newHandler(opened.alloc()));
    }
    pipeline.addLast(
        Http2FrameCodecBuilder.forServer()
            .initialSettings(settings)
            .gracefulShutdownTimeoutMillis(0)
            .build(),
        new Http2MultiplexHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel stream) {
                stream.pipeline().addLast(new Requests());
              }
            }),
        new ChannelInboundHandlerAdapter() {
          @Override
          public void channelRead(ChannelHandlerContext context, Object frame) {
            ReferenceCountUtil.release(frame);
          }

          @Override
          public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
          }
        });
  }

  /** Collects one request. */
  private final class Requests extends SimpleChannelInboundHandler<Http2StreamFrame> {
    private @Nullable Http2Headers headers;
    private ByteString body = ByteString.EMPTY;
    private @Nullable Answer answer;

    @Override
    public void channelActive(ChannelHandlerContext context) {
      int now = openStreams.incrementAndGet();
      mostStreams.accumulateAndGet(now, Math::max);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      openStreams.decrementAndGet();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
      boolean last = false;
      if (frame instanceof Http2HeadersFrame head) {
        headers = head.headers();
        last = head.isEndStream();
        answer = answers.poll();
        if (answer != null && answer.isAtOnce()) {
          answer.to(exchange(context));
        }
      } else if (frame instanceof Http2DataFrame data) {
        body = body.concat(ByteString.copyFrom(data.content().nioBuffer()));
        last = data.isEndStream();
      }
      if (last) {
        received.add(new Received(texts(), streamId(context), body));
        if (answer == null) {
          exchange(context).accept();
        } else if (!answer.isAtOnce()) {
          answer.to(exchange(context));
        }
      }
    }

    private Exchange exchange(ChannelHandlerContext context) {
      return new Exchange(
          (Http2StreamChannel) context.channel(),
          texts().getOrDefault("content-type", "").startsWith("application/grpc"));
    }

    private int streamId(ChannelHandlerContext context) {
      return ((Http2StreamChannel) context.channel()).stream().id();
    }

    private Map<String, String> texts() {
      var texts = new TreeMap<String, String>();
      if (headers != null) {
        headers.forEach(
            header -> texts.put(header.getKey().toString(), header.getValue().toString()));
      }
      return texts;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}

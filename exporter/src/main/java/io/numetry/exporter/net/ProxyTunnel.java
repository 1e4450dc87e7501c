package io.numetry.exporter.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.numetry.exporter.config.Destination.HostAndPort;
import io.numetry.exporter.config.OtlpEndpoint;
import io.numetry.exporter.config.ProxyOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Asks an HTTP proxy to connect to the endpoint: CONNECT, RFC 9110, 9.3.6. */
final class ProxyTunnel extends SimpleChannelInboundHandler<HttpObject> {
  private final ProxyOptions proxy;
  private final Listener listener;
  private final HttpClientCodec codec;
  private @Nullable HttpResponse response;

  /** Told how it ended, once. */
  interface Listener {

    /** What is sent from now on goes to the endpoint. */
    void through();

    void failed(String cause);
  }

  private ProxyTunnel(ProxyOptions proxy, Listener listener, HttpClientCodec codec) {
    this.proxy = proxy;
    this.listener = listener;
    this.codec = codec;
  }

  static void dig(Channel channel, ProxyOptions proxy, OtlpEndpoint endpoint, Listener listener) {
    var codec = new HttpClientCodec();
    channel.pipeline().addLast(codec, new ProxyTunnel(proxy, listener, codec));
    channel
        .writeAndFlush(request(proxy, (HostAndPort) endpoint.destination()))
        .addListener(
            (ChannelFuture write) -> {
              if (!write.isSuccess()) {
                listener.failed("proxy " + proxy + ": " + ChannelAttempt.reason(write.cause()));
              }
            });
  }

  private static DefaultFullHttpRequest request(ProxyOptions proxy, HostAndPort endpoint) {
    var request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.CONNECT, endpoint.toString(), Unpooled.EMPTY_BUFFER);
    request.headers().set(HttpHeaderNames.HOST, endpoint.toString());
    if (proxy.user() != null) {
      String credentials = proxy.user() + ":" + proxy.password();
      request
          .headers()
          .set(
              HttpHeaderNames.PROXY_AUTHORIZATION,
              "Basic "
                  + Base64.getEncoder()
                      .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      listener.failed("proxy " + proxy + " does not answer in HTTP");
      return;
    }
    if (part instanceof HttpResponse head) {
      response = head;
      if (head.status().codeClass() != HttpStatusClass.SUCCESS
          && head.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
        listener.failed("proxy " + proxy + " answers HTTP status " + head.status().code());
        return;
      }
    }
    if (part instanceof LastHttpContent
        && response != null
        && response.status().codeClass() == HttpStatusClass.SUCCESS) {
      // What is sent from here on is no HTTP to the proxy.
      codec.removeOutboundHandler();
      // First the next handlers, then without this one: what comes at once goes to them.
      listener.through();
      ChannelPipeline pipeline = context.pipeline();
      pipeline.remove(this);
      pipeline.remove(codec);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    listener.failed("proxy " + proxy + " has closed the connection");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    listener.failed("proxy " + proxy + ": " + ChannelAttempt.reason(cause));
  }
}

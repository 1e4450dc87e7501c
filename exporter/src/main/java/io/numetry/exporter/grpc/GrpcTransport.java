package io.numetry.exporter.grpc;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.numetry.exporter.client.Bodies;
import io.numetry.exporter.client.HttpClient;
import io.numetry.exporter.client.HttpRequest;
import io.numetry.exporter.client.Judge;
import io.numetry.exporter.client.RequestHeaders;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.send.Transport;
import io.numetry.exporter.send.TransportListener;
import io.numetry.exporter.send.Verdict;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * OTLP/gRPC: a unary call a frame, by gRPC's "gRPC over HTTP2". The five bytes in front of the
 * message go as data of their own, so that the frame itself need not be copied.
 */
public final class GrpcTransport implements Transport {
  private static final int PREFIX_BYTES = 5;

  private final HttpClient client;
  private final Bodies bodies;
  private final Judge judge;
  private final HttpHeaders headers;
  private final String path;

  /**
   * @param name of a thread that looks names up
   * @param userAgent the request header
   * @throws IllegalArgumentException if the files for TLS cannot be used
   */
  public GrpcTransport(
      EventLoop loop,
      OtlpOptions options,
      String name,
      String userAgent,
      TransportListener listener) {
    this.client = new HttpClient(loop, options, name, listener);
    this.bodies = new Bodies(options);
    this.judge = new GrpcJudge(options.maxResponseBytes());
    this.path = options.endpoint().path();
    this.headers = RequestHeaders.of(options, userAgent);
    headers.set(HttpHeaderNames.CONTENT_TYPE, "application/grpc+proto");
    headers.set(HttpHeaderNames.TE, HttpHeaderValues.TRAILERS);
    headers.set("grpc-accept-encoding", HttpHeaderValues.GZIP);
    if (bodies.isCompressed()) {
      headers.set("grpc-encoding", HttpHeaderValues.GZIP);
    }
    if (!options.timeout().isZero()) {
      headers.set("grpc-timeout", GrpcTimeout.of(options.timeout()));
    }
  }

  @Override
  public void exchange(Payload payload, Consumer<Verdict> done) {
    bodies.with(
        payload,
        done,
        (body, over) ->
            client.send(
                new HttpRequest(path, headers, false, prefix(body.remaining()), body),
                judge,
                over));
  }

  @Override
  public void close() {
    client.close();
    bodies.close();
  }

  private ByteBuffer prefix(int length) {
    return ByteBuffer.allocate(PREFIX_BYTES)
        .put((byte) (bodies.isCompressed() ? 1 : 0))
        .putInt(length)
        .flip();
  }
}

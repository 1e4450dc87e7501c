package io.numetry.exporter.grpc;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.numetry.exporter.client.Exchanges;
import io.numetry.exporter.client.HttpClient;
import io.numetry.exporter.client.HttpRequest;
import io.numetry.exporter.client.RequestHeaders;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.send.Transport;
import io.numetry.exporter.send.TransportListener;
import io.numetry.exporter.send.Verdict;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * OTLP/gRPC: a unary call a frame, by gRPC's "gRPC over HTTP2". The five bytes in front of the
 * message go as data of their own, so that the frame itself need not be copied.
 */
public final class GrpcTransport implements Transport {
  private static final int PREFIX_BYTES = 5;

  private final Exchanges exchanges;
  private final Map<Compression, HttpHeaders> headers = new EnumMap<>(Compression.class);
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
    this.path = options.endpoint().path();
    for (Compression compression : Compression.values()) {
      headers.put(compression, headers(options, userAgent, compression));
    }
    this.exchanges =
        new Exchanges(
            loop,
            options,
            new HttpClient(loop, options, name, listener),
            new GrpcJudge(options.maxResponseBytes(), options.compression() == Compression.ZSTD),
            GrpcCodings::read,
            (body, compression) ->
                new HttpRequest(
                    path,
                    headers.get(compression),
                    false,
                    prefix(compression, body.remaining()),
                    body));
  }

  private static HttpHeaders headers(
      OtlpOptions options, String userAgent, Compression compression) {
    HttpHeaders headers = RequestHeaders.of(options, userAgent);
    headers.set(HttpHeaderNames.CONTENT_TYPE, "application/grpc+proto");
    headers.set(HttpHeaderNames.TE, HttpHeaderValues.TRAILERS);
    headers.set(
        "grpc-accept-encoding",
        compression == Compression.ZSTD ? "gzip,zstd" : HttpHeaderValues.GZIP);
    if (compression != Compression.NONE) {
      headers.set("grpc-encoding", compression.toString());
    }
    if (!options.timeout().isZero()) {
      headers.set("grpc-timeout", GrpcTimeout.of(options.timeout()));
    }
    return headers;
  }

  @Override
  public void exchange(Payload payload, Consumer<Verdict> done) {
    exchanges.exchange(payload, done);
  }

  @Override
  public void close() {
    exchanges.close();
  }

  private static ByteBuffer prefix(Compression compression, int length) {
    return ByteBuffer.allocate(PREFIX_BYTES)
        .put((byte) (compression == Compression.NONE ? 0 : 1))
        .putInt(length)
        .flip();
  }
}

package io.numetry.exporter.http;

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
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.send.Transport;
import io.numetry.exporter.send.TransportListener;
import io.numetry.exporter.send.Verdict;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** OTLP/HTTP, with protobuf or JSON: a POST a frame. */
public final class HttpTransport implements Transport {
  private static final ByteBuffer NO_PREFIX = ByteBuffer.allocate(0);

  private final Exchanges exchanges;
  private final Map<Compression, HttpHeaders> headers = new EnumMap<>(Compression.class);
  private final String path;

  /**
   * @param name of a thread that looks names up
   * @param userAgent the request header
   * @param clock what dates in responses are compared with
   * @throws IllegalArgumentException if the files for TLS cannot be used
   */
  public HttpTransport(
      EventLoop loop,
      OtlpOptions options,
      String name,
      String userAgent,
      InstantSource clock,
      TransportListener listener) {
    boolean isJson = options.protocol() == OtlpProtocol.HTTP_JSON;
    this.path = options.endpoint().path();
    for (Compression compression : Compression.values()) {
      headers.put(compression, headers(options, userAgent, isJson, compression));
    }
    this.exchanges =
        new Exchanges(
            loop,
            options,
            new HttpClient(loop, options, name, listener),
            new ResponseJudge(clock, options.maxResponseBytes(), isJson),
            HttpCodings::read,
            (body, compression) ->
                new HttpRequest(path, headers.get(compression), true, NO_PREFIX, body));
  }

  private static HttpHeaders headers(
      OtlpOptions options, String userAgent, boolean isJson, Compression compression) {
    HttpHeaders headers = RequestHeaders.of(options, userAgent);
    headers.set(
        HttpHeaderNames.CONTENT_TYPE, isJson ? "application/json" : "application/x-protobuf");
    headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP);
    if (compression != Compression.NONE) {
      headers.set(HttpHeaderNames.CONTENT_ENCODING, compression.toString());
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
}

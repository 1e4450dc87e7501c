package io.numetry.exporter.http;

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
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.send.Transport;
import io.numetry.exporter.send.TransportListener;
import io.numetry.exporter.send.Verdict;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.function.Consumer;

/** OTLP/HTTP, with protobuf or JSON: a POST a frame. */
public final class HttpTransport implements Transport {
  private static final ByteBuffer NO_PREFIX = ByteBuffer.allocate(0);

  private final HttpClient client;
  private final Bodies bodies;
  private final Judge judge;
  private final HttpHeaders headers;
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
    this.client = new HttpClient(loop, options, name, listener);
    this.bodies = new Bodies(options);
    boolean isJson = options.protocol() == OtlpProtocol.HTTP_JSON;
    this.judge = new ResponseJudge(clock, options.maxResponseBytes(), isJson);
    this.path = options.endpoint().path();
    this.headers = RequestHeaders.of(options, userAgent);
    headers.set(
        HttpHeaderNames.CONTENT_TYPE, isJson ? "application/json" : "application/x-protobuf");
    headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP);
    if (bodies.isCompressed()) {
      headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
    }
  }

  @Override
  public void exchange(Payload payload, Consumer<Verdict> done) {
    bodies.with(
        payload,
        done,
        (body, over) ->
            client.send(new HttpRequest(path, headers, true, NO_PREFIX, body), judge, over));
  }

  @Override
  public void close() {
    client.close();
    bodies.close();
  }
}

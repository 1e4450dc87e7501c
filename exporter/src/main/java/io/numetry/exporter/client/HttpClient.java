package io.numetry.exporter.client;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.numetry.exporter.config.HttpVersion;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.net.ChannelAttempt;
import io.numetry.exporter.net.ChannelListener;
import io.numetry.exporter.net.Channels;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.TransportListener;
import io.numetry.exporter.send.Verdict;
import io.numetry.self.ExportError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one endpoint. Connections are made when they are needed and kept: one for all calls
 * with HTTP/2, one for each that is under way with HTTP/1.1.
 *
 * <p>Threads: the event loop alone.
 */
public final class HttpClient implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HttpClient.class.getName());

  private final EventLoop loop;
  private final OtlpOptions options;
  private final TransportListener listener;
  private final Channels channels;
  private final boolean http2Only;
  private final List<Connection> connections = new ArrayList<>();

  /** Calls that wait for a connection. */
  private final Deque<Call> waiting = new ArrayDeque<>();

  private @Nullable ChannelAttempt opening;

  /** A channel that has not said yet whether it speaks HTTP/2. */
  private @Nullable Connection proving;

  /** The next connection does without HTTP/2: the last one found nobody who understood it. */
  private boolean withoutHttp2;

  private boolean toldWithoutHttp2;
  private boolean closed;

  /**
   * @param name of a thread that looks names up
   * @throws IllegalArgumentException if the files for TLS cannot be used
   */
  public HttpClient(EventLoop loop, OtlpOptions options, String name, TransportListener listener) {
    this.loop = loop;
    this.options = options;
    this.listener = listener;
    this.http2Only = options.protocol() == OtlpProtocol.GRPC;
    this.channels = new Channels(loop, options, name, applicationProtocols(options));
  }

  private static List<String> applicationProtocols(OtlpOptions options) {
    if (options.protocol() == OtlpProtocol.GRPC) {
      return List.of("h2");
    }
    return options.httpVersion() == HttpVersion.HTTP_1_1
        ? List.of("http/1.1")
        : List.of("h2", "http/1.1");
  }

  /**
   * Sends a request.
   *
   * @param done told the verdict, once, when nothing holds the request's memory any more; possibly
   *     before this returns
   */
  public void send(HttpRequest request, Judge judge, Consumer<Verdict> done) {
    var call = new Call(request, judge, loop, this::over, done);
    call.limit(options.timeout(), () -> timedOut(call));
    waiting.add(call);
    try {
      begin();
    } catch (RuntimeException | Error e) {
      // Nobody may come back to a request whose memory is free again.
      if (waiting.remove(call)) {
        call.lost("the request could not be made: " + e);
        call.finish();
      }
    }
  }

  /** Breaks off: all calls end soon. */
  @Override
  public void close() {
    closed = true;
    if (opening != null) {
      opening.abort();
      opening = null;
    }
    if (proving != null) {
      proving.hangUp();
    }
    List.copyOf(connections).forEach(Connection::hangUp);
    channels.close();
    failWaiting("the exporter was closed");
  }

  /** Gives waiting calls to connections; opens one if there are none that can take them. */
  private void begin() {
    while (!waiting.isEmpty()) {
      Connection free = free();
      if (free == null) {
        openIfUseful();
        return;
      }
      Call call = waiting.remove();
      call.attached(free);
      listener.bodySent(call.request.contentLength());
      try {
        free.begin(call);
      } catch (RuntimeException | Error e) {
        call.lost("the request could not be made: " + e);
        free.hangUp(); // and the call hears of its end
      }
    }
  }

  private @Nullable Connection free() {
    for (Connection connection : connections) {
      if (connection.spareCalls() > 0) {
        return connection;
      }
    }
    return null;
  }

  private void openIfUseful() {
    boolean full = connections.stream().anyMatch(Connection::isShared);
    if (!closed && opening == null && proving == null && !full) {
      opening = channels.open(new Opening());
    }
  }

  private void over(Call call) {
    if (!closed && call.takesRepeat()) {
      waiting.addFirst(call);
      begin();
    } else {
      call.finish();
    }
  }

  private void timedOut(Call call) {
    call.judged(
        new Verdict.Later(
            Cause.of(
                ExportError.TIMEOUT, "no response within " + options.timeout().toMillis() + " ms"),
            0));
    Connection connection = call.connection();
    if (connection != null) {
      connection.abort(call, false);
    }
    if (call.isHeld() && call.carrier() != null) {
      // What is left of it is stuck in front of a socket.
      call.carrier().abort(call, true);
    }
    if (waiting.remove(call)) {
      if (waiting.isEmpty()) {
        abortOpening();
      }
      call.finish();
    }
  }

  private void abortOpening() {
    if (opening != null) {
      opening.abort();
      opening = null;
    }
    if (proving != null) {
      proving.hangUp();
    }
  }

  private void failWaiting(String cause) {
    List<Call> failed = List.copyOf(waiting);
    waiting.clear();
    for (Call call : failed) {
      call.lost(cause);
      call.finish();
    }
  }

  /** What the endpoint speaks, once a channel to it is open. */
  private final class Opening implements ChannelListener {
    @Override
    public void opened(Channel channel, String applicationProtocol) {
      opening = null;
      var life = new Life();
      if (speaksHttp2(applicationProtocol)) {
        proving = Http2Connection.open(channel, options.maxResponseBytes(), life);
      } else if (http2Only) {
        Channels.hangUp(channel);
        failWaiting("the destination does not agree to HTTP/2 (ALPN)");
      } else {
        withoutHttp2 = false; // of the next one it is not known
        Http1Connection.open(channel, options.maxResponseBytes(), life);
      }
    }

    private boolean speaksHttp2(String applicationProtocol) {
      if (options.endpoint().tls()) {
        return applicationProtocol.equals("h2");
      }
      return http2Only || (options.httpVersion() == HttpVersion.HTTP_2 && !withoutHttp2);
    }

    @Override
    public void failed(String cause) {
      opening = null;
      failWaiting(cause);
    }
  }

  /** Of one connection. */
  private final class Life implements ConnectionListener {
    @Override
    public void ready(Connection connection) {
      proving = null;
      if (closed) {
        connection.hangUp();
        return;
      }
      connections.add(connection);
      listener.connected();
      begin();
    }

    @Override
    public void changed(Connection connection) {
      begin();
    }

    @Override
    public void ended(Connection connection, boolean wasReady, String cause) {
      connections.remove(connection);
      if (wasReady) {
        begin();
        return;
      }
      proving = null;
      if (waiting.isEmpty() || closed) {
        return;
      }
      if (http2Only || options.endpoint().tls()) {
        failWaiting("no HTTP/2: " + cause);
      } else {
        withoutHttp2 = true;
        tellWithoutHttp2();
        begin();
      }
    }

    private void tellWithoutHttp2() {
      if (!toldWithoutHttp2) {
        toldWithoutHttp2 = true;
        LOG.log(
            System.Logger.Level.INFO,
            "{0} does not understand HTTP/2 without TLS: HTTP/1.1 is used instead (told once)",
            options.endpoint());
      }
    }
  }
}

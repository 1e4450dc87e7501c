package io.numetry.bench.chaos.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Carries bytes between clients and a server, and cuts connections where it is told to. The server
 * knows a connection by the port that it comes from. Any thread.
 */
final class Pipe implements AutoCloseable {
  /** A connection lives until it is cut or ended. */
  static final int NEVER = Integer.MAX_VALUE;

  private static final byte[] GARBAGE = "\u0001\u0016\u0003 nonsense\r\n\r\n".getBytes(US_ASCII);
  private static final int BUFFER_BYTES = 16 << 10;

  private final Listener listener;
  private final int serverPort;
  private final IntSupplier life;
  private final ToIntFunction<Pipe> cutAfterBytes;
  private final long timeoutNanos;
  private final Map<Integer, Carried> byServerSidePort = new ConcurrentHashMap<>();

  /** A connection, and both of its ends. */
  private record Carried(Socket client, Socket server, ClientConnection connection) {
    void cut() {
      connection.cut();
      Listener.reset(client);
      Listener.reset(server);
    }
  }

  /**
   * @param cutAfterBytes asked for each connection: after how many bytes from the client it is to
   *     be cut, or {@link #NEVER}
   */
  Pipe(
      String name,
      int serverPort,
      IntSupplier life,
      ToIntFunction<Pipe> cutAfterBytes,
      long timeoutNanos) {
    this.serverPort = serverPort;
    this.life = life;
    this.cutAfterBytes = cutAfterBytes;
    this.timeoutNanos = timeoutNanos;
    this.listener = new Listener(name, this::carry);
  }

  int port() {
    return listener.port();
  }

  void open() {
    listener.open();
  }

  void shut() {
    listener.shut();
    byServerSidePort.values().forEach(Carried::cut);
  }

  @Override
  public void close() {
    shut();
  }

  /** The connection that comes from there; null if it has ended. */
  @Nullable ClientConnection connection(int serverSidePort) {
    Carried carried = byServerSidePort.get(serverSidePort);
    return carried == null ? null : carried.connection;
  }

  /** Cuts a connection, amid whatever is on it. */
  void cut(int serverSidePort) {
    Carried carried = byServerSidePort.get(serverSidePort);
    if (carried != null) {
      carried.cut();
    }
  }

  /** The same, with what is no HTTP as the last word. */
  void garbleAndCut(int serverSidePort) {
    Carried carried = byServerSidePort.get(serverSidePort);
    if (carried == null) {
      return;
    }
    carried.connection.cut();
    try {
      carried.client.getOutputStream().write(GARBAGE);
      carried.client.shutdownOutput();
    } catch (IOException e) {
      // the client is gone already
    }
    Listener.closeQuietly(carried.client);
    Listener.reset(carried.server);
  }

  private void carry(Socket client) {
    var connection = new ClientConnection(life.getAsInt());
    try (var server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      server.setTcpNoDelay(true);
      var carried = new Carried(client, server, connection);
      byServerSidePort.put(server.getLocalPort(), carried);
      try {
        Thread.ofPlatform().name("pipe-back").daemon().start(() -> back(server, client));
        if (forth(client, server, cutAfterBytes.applyAsInt(this))) {
          connection.endedByClient(timeoutNanos);
        } else {
          carried.cut();
        }
      } finally {
        byServerSidePort.remove(server.getLocalPort());
      }
    } catch (IOException e) {
      connection.cut();
    }
  }

  /** False if so many bytes were carried that the connection is to be cut. */
  private static boolean forth(Socket client, Socket server, int limit) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = server.getOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    long carried = 0;
    while (true) {
      int bytes = in.read(buffer, 0, (int) Math.min(buffer.length, limit - carried));
      if (bytes < 0) {
        return true;
      }
      out.write(buffer, 0, bytes);
      carried += bytes;
      if (carried >= limit) {
        return false;
      }
    }
  }

  private static void back(Socket server, Socket client) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int bytes = in.read(buffer); bytes >= 0; bytes = in.read(buffer)) {
        out.write(buffer, 0, bytes);
      }
      client.shutdownOutput();
    } catch (IOException e) {
      // cut
    }
  }
}

package io.numetry.bench.chaos.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A port on the loopback interface that can be shut, so that nobody gets through, and opened again.
 * Each connection has a thread. Any thread.
 */
final class Listener implements AutoCloseable {
  private final String name;
  private final Consumer<Socket> connected;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final int port;
  private @Nullable ServerSocket server;

  /**
   * @param connected told of each connection, on a thread of its own; the socket is closed when it
   *     returns
   */
  Listener(String name, Consumer<Socket> connected) {
    this.name = name;
    this.connected = connected;
    try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("gate " + name + ": no port is free", e);
    }
  }

  int port() {
    return port;
  }

  synchronized void open() {
    if (server != null) {
      return;
    }
    try {
      var made = new ServerSocket();
      made.setReuseAddress(true);
      made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      server = made;
      Thread.ofPlatform().name(name + "-accept").daemon().start(() -> accept(made));
    } catch (IOException e) {
      throw new UncheckedIOException("gate " + name + ": port=" + port, e);
    }
  }

  /** Shuts it, and cuts all connections. */
  synchronized void shut() {
    if (server != null) {
      closeQuietly(server);
      server = null;
    }
    sockets.forEach(Listener::reset);
  }

  @Override
  public void close() {
    shut();
  }

  /** Ends a connection without a farewell: what is under way is lost. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // closed already
    }
    closeQuietly(socket);
  }

  static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // it is gone, whichever way
    }
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket socket = from.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        Thread.ofPlatform().name(name).daemon().start(() -> serve(socket));
      } catch (IOException e) {
        // the port was shut
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      connected.accept(socket);
    } catch (IOException e) {
      // nothing is left to do
    } finally {
      sockets.remove(socket);
    }
  }
}

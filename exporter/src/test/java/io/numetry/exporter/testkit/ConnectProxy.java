package io.numetry.exporter.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that knows CONNECT, and passes bytes on. */
public final class ConnectProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final String answer;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public ConnectProxy() {
    this("HTTP/1.1 200 Connection established\r\n\r\n");
  }

  /**
   * A proxy with an answer of its own.
   *
   * @param answer anything but a success makes it close the connection
   */
  public ConnectProxy(String answer) {
    this.answer = answer;
    try {
      socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** The heads of the requests so far. */
  public List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket each : open) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      var head = new StringBuilder();
      InputStream in = client.getInputStream();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        head.append((char) next);
      }
      requests.add(head.toString());
      if (!answer.startsWith("HTTP/1.1 2")) {
        client.getOutputStream().write(answer.getBytes(ISO_8859_1));
        return;
      }
      String target = head.substring("CONNECT ".length(), head.indexOf(" HTTP/1.1"));
      int colon = target.lastIndexOf(':');
      try (var server =
          new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
        open.add(server);
        client.getOutputStream().write(answer.getBytes(ISO_8859_1));
        threads.execute(() -> pass(server, client));
        pass(client, server);
      }
    } catch (IOException e) {
      // One of the ends hung up.
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of the ends hung up.
    }
  }
}

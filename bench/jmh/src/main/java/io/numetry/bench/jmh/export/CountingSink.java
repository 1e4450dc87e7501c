package io.numetry.bench.jmh.export;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jdk.net.ExtendedSocketOptions;

/**
 * A receiver that only counts: HTTP/1.1 on a free port of the loopback interface, each request read
 * to its end and answered with 200, none of its bytes looked at. It is a process of its own, so
 * that its time and its garbage are not the sender's.
 */
public final class CountingSink implements AutoCloseable {
  /** Asks what was counted; everything else is counted. */
  private static final String COUNTS = "GET /counts ";

  private static final int BUFFER_BYTES = 1 << 18;
  private static final byte[] TAKEN =
      "HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Process process;
  private final int port;

  /** What a sink has taken so far. */
  public record Counts(long requests, long bodyBytes) {}

  /** Starts one. */
  public CountingSink() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home")
                        + File.separator
                        + "bin"
                        + File.separator
                        + "java",
                    "-XX:+UseSerialGC",
                    "-Xmx64m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CountingSink.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String line =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      if (line == null) {
        throw new IOException("sink: its process has ended before it had a port");
      }
      port = Integer.parseInt(line);
    } catch (IOException | RuntimeException e) {
      process.destroy();
      throw e;
    }
  }

  /** For OTLP/HTTP: what {@code v1/metrics} is added to. */
  public String endpoint() {
    return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
  }

  public Counts counts() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write((COUNTS + "HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      String[] counts =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
              .strip()
              .split(" ", -1);
      return new Counts(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** The sink's process. It ends with the one that started it. */
  public static void main(String[] args) throws IOException {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              parent.onExit().join();
              Runtime.getRuntime().halt(0);
            });
    var server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    System.out.println(server.getLocalPort());
    var counted = new Counted();
    while (true) {
      Socket socket = server.accept();
      socket.setTcpNoDelay(true);
      Thread.ofPlatform().daemon().start(() -> counted.serve(socket));
    }
  }

  /** What all connections have brought. */
  private static final class Counted {
    private long requests;
    private long bodyBytes;

    private synchronized void add(long bytes) {
      requests++;
      bodyBytes += bytes;
    }

    private synchronized byte[] text() {
      return (requests + " " + bodyBytes + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    void serve(Socket socket) {
      try (socket) {
        var requests = new Requests(socket);
        for (String head = requests.head(); head != null; head = requests.head()) {
          if (head.startsWith(COUNTS)) {
            socket.getOutputStream().write(text());
            return;
          }
          long length = contentLength(head);
          requests.skip(length);
          add(length);
          socket.getOutputStream().write(TAKEN);
        }
      } catch (IOException e) {
        // The sender has gone, and says itself if it should not have.
      }
    }

    private static long contentLength(String head) throws IOException {
      for (String line : head.split("\r\n", -1)) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          return Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      throw new IOException("sink: a request without Content-Length");
    }
  }

  /** A connection's requests, through one large buffer. */
  private static final class Requests {
    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int end;

    Requests(Socket socket) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
    }

    /** Request line and headers; null at the end of the connection. */
    String head() throws IOException {
      var head = new StringBuilder();
      while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
        if (start == end && !fill()) {
          return null;
        }
        head.append((char) buffer[start++]);
      }
      return head.toString();
    }

    void skip(long bytes) throws IOException {
      for (long left = bytes; left > 0; ) {
        if (start == end && !fill()) {
          throw new IOException("sink: a request ends within its body");
        }
        int taken = (int) Math.min(left, end - start);
        start += taken;
        left -= taken;
      }
    }

    private boolean fill() throws IOException {
      // Holds until the kernel thinks otherwise. Without it, a sender that has Nagle's algorithm on
      // waits up to 40 ms for an acknowledgement, and nothing else is measured.
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      start = 0;
      end = Math.max(0, in.read(buffer));
      return end > 0;
    }
  }
}

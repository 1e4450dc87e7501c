package io.numetry.bench.jmh.export;

import io.numetry.bench.jmh.series.NumetryEncoding;
import io.numetry.bench.jmh.series.NumetrySeries;
import io.numetry.bench.jmh.series.PointKind;
import io.numetry.schema.Temporality;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * A request that was encoded before, written to a socket and answered, again and again, by one
 * thread that does nothing else: what the kernel and the receiver ask for these bytes, whoever
 * sends them.
 */
final class BareExchange implements AutoCloseable {
  private static final int ANSWER_BYTES = 1024;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final SocketChannel socket;
  private final ByteBuffer request;
  private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER_BYTES);

  BareExchange(String endpoint, PointKind kind, int series) throws IOException {
    URI uri = URI.create(endpoint);
    byte[] body =
        new NumetryEncoding()
            .bytes(new NumetrySeries(kind, series, Temporality.CUMULATIVE).window());
    byte[] head =
        ("POST /v1/metrics HTTP/1.1\r\nContent-Type: application/x-protobuf\r\nHost: "
                + uri.getAuthority()
                + "\r\nContent-Length: "
                + body.length
                + END_OF_HEAD)
            .getBytes(StandardCharsets.US_ASCII);
    request = ByteBuffer.allocateDirect(head.length + body.length).put(head).put(body).flip();
    socket = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /** Writes the request, and reads its answer. */
  void exchange() throws IOException {
    request.rewind();
    while (request.hasRemaining()) {
      socket.write(request);
    }
    answer.clear();
    do {
      if (socket.read(answer) < 0) {
        throw new IOException("the sink has closed the connection");
      }
    } while (!endsHead());
  }

  /** The sink's answers have no body. */
  private boolean endsHead() {
    int start = answer.position() - END_OF_HEAD.length();
    for (int i = 0; i < END_OF_HEAD.length(); i++) {
      if (start < 0 || answer.get(start + i) != END_OF_HEAD.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

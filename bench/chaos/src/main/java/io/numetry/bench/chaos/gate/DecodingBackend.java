package io.numetry.bench.chaos.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Takes everything: what a gate has decoded has arrived. */
public final class DecodingBackend implements Backend {

  @Override
  public byte[] exchange(byte[] head, byte[] body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 2\r\n\r\n\n\0"
        .getBytes(US_ASCII);
  }

  @Override
  public void kill() {}

  @Override
  public void start() {}

  @Override
  public void close() {}
}

package io.numetry.bench.jmh.series;

import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.otlp.MetricsEncoder;
import io.numetry.window.Window;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Encodes a window into frames, as the exporter does, and takes them back. */
public final class NumetryEncoding {
  /** The exporter's default. */
  private static final long MAX_REQUEST_BYTES = 64 << 20;

  private final List<Frame> frames = new ArrayList<>();
  private final MetricsEncoder encoder;

  public NumetryEncoding() {
    var node = new HostNode();
    encoder =
        new MetricsEncoder(
            node,
            NumetrySeries.RESOURCE,
            new FramePool(node, frame -> {}, MAX_REQUEST_BYTES),
            MAX_REQUEST_BYTES);
  }

  /** Bytes of all requests. */
  public long encode(Window window) {
    long tooLarge = encoder.encode(window, frames);
    if (tooLarge > 0) {
      throw new IllegalStateException(tooLarge + " points left out");
    }
    long bytes = 0;
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      bytes += frame.byteSize();
      frame.release();
    }
    frames.clear();
    return bytes;
  }

  /** The bytes of the requests, one after the other; concatenated, protobuf reads them as one. */
  public byte[] bytes(Window window) {
    encoder.encode(window, frames);
    ByteBuffer all = ByteBuffer.allocate(frames.stream().mapToInt(Frame::byteSize).sum());
    for (Frame frame : frames) {
      all.put(frame.content());
      frame.release();
    }
    frames.clear();
    return all.array();
  }
}

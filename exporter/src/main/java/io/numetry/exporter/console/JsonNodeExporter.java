package io.numetry.exporter.console;

import io.numetry.attribute.Attributes;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.otlp.MetricsEncoder;
import io.numetry.memory.NativeAccess;
import io.numetry.window.Window;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A node's part of OTLP/JSON: the requests that the OTLP exporter would send.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class JsonNodeExporter implements NodeExporter {
  private static final System.Logger LOG = System.getLogger(JsonNodeExporter.class.getName());

  /** Of protobuf; the line is some three times as long. */
  private static final long MAX_REQUEST_BYTES = 4 << 20;

  private final int node;
  private final ConsolePrinter printer;
  private final FramePool frames;
  private final MetricsEncoder encoder;

  JsonNodeExporter(NodeContext context, Attributes resource, ConsolePrinter printer) {
    this.node = context.node();
    this.printer = printer;
    this.frames = new FramePool(context, frame -> {}, MAX_REQUEST_BYTES);
    this.encoder = new MetricsEncoder(context, resource, frames, MAX_REQUEST_BYTES);
    printer.nodeOpened();
  }

  @Override
  public boolean ready() {
    return printer.isFree(node);
  }

  @Override
  public void export(Window window) {
    List<Frame> finished = new ArrayList<>();
    long tooLarge = encoder.encode(window, finished);
    List<byte[]> requests = new ArrayList<>();
    try {
      finished.forEach(frame -> requests.add(bytes(frame)));
    } finally {
      finished.forEach(Frame::release);
    }
    printer.submit(Collected.ofRequests(node, requests));
    if (tooLarge > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "console: {0} points are dropped, each alone exceeds {1} bytes",
          tooLarge,
          MAX_REQUEST_BYTES);
    }
  }

  @Override
  public void close() {
    printer.nodeClosed();
    encoder.close();
    frames.close();
  }

  private static byte[] bytes(Frame frame) {
    int size = frame.byteSize();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocate(Math.max(1, size));
      NativeAccess.copy(frame.end() - size, copy.address(), size);
      return copy.asSlice(0, size).toArray(ValueLayout.JAVA_BYTE);
    }
  }
}

package io.numetry.exporter;

import io.numetry.attribute.Attributes;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.otlp.MetricsEncoder;
import io.numetry.exporter.send.OtlpSender;
import io.numetry.self.ExportError;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * The exporter's part on a node: encodes windows into the node's frames, hands them to the sender.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class OtlpNodeExporter implements NodeExporter {
  private final OtlpOptions options;
  private final OtlpSender sender;
  private final FramePool frames;
  private final MetricsEncoder encoder;
  private final List<Frame> finished = new ArrayList<>();

  OtlpNodeExporter(NodeContext node, Attributes resource, OtlpOptions options, OtlpSender sender) {
    this.options = options;
    this.sender = sender;
    this.frames = new FramePool(node, sender, options.maxFrameBytes());
    this.encoder = new MetricsEncoder(node, resource, frames, options.maxFrameBytes());
    makeFirstFrame();
  }

  /** What is wrong with the node's memory for frames shows now, and not at the first collection. */
  private void makeFirstFrame() {
    try {
      frames.take().release();
    } catch (RuntimeException refused) {
      close();
      throw refused;
    }
  }

  @Override
  public boolean ready() {
    return frames.collectionsUnsettled() < options.maxCollections();
  }

  /**
   * All is encoded before the first frame is handed over: if memory runs out half-way, nothing was
   * taken, and the values stay in the window.
   */
  @Override
  public void export(Window window) {
    long begunNanoTime = System.nanoTime();
    long tooLarge = encoder.encode(window, finished);
    if (!finished.isEmpty()) {
      finished.getFirst().encodedIn(Math.max(1, System.nanoTime() - begunNanoTime));
    }
    frames.collected(finished);
    for (int i = 0; i < finished.size(); i++) {
      sender.send(finished.get(i));
    }
    finished.clear();
    if (tooLarge > 0) {
      sender.dropped(
          ExportError.REQUEST_TOO_LARGE,
          "a point alone exceeds " + options.maxFrameBytes() + " bytes",
          tooLarge);
    }
  }

  @Override
  public void close() {
    encoder.close();
    frames.close();
  }
}

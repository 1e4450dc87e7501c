package io.numetry.exporter.otlp;

import io.numetry.attribute.Attributes;
import io.numetry.export.NodeContext;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.window.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes a node's windows as OTLP export requests, straight from their columns into frames.
 *
 * <p>Everything constant is encoded once: the resource here, the rest in {@link SetTemplate}.
 * Number points then are copied with their neighbours and given three words each; an mmsc is a copy
 * of its attributes and six fixed-width stores; only the buckets of an exponential histogram vary
 * in size. Once all series have been seen, encoding allocates nothing.
 *
 * <p>Sets and instruments come out in the window's order, series in reverse: a frame is written
 * backward, and the order of points means nothing in OTLP.
 *
 * <p>Threads: the node's aggregator alone.
 */
public final class MetricsEncoder implements AutoCloseable {
  private final NodeContext node;
  private final ConstantMemory constants;
  private final RequestWriter request;
  private final ExponentialBuckets buckets;

  /** In the order of {@link Window#sets()}, which only grows. */
  private final List<SetTemplate> sets = new ArrayList<>();

  /**
   * @param frames where frames to write come from
   * @param maxRequestBytes no request is larger
   */
  public MetricsEncoder(
      NodeContext node, Attributes resource, FramePool frames, long maxRequestBytes) {
    this.node = node;
    this.constants = new ConstantMemory(node);
    ConstantMessage encodedResource =
        new ConstantMessage()
            .message(
                OtlpFields.RESOURCE_METRICS_RESOURCE,
                ConstantMessage.attributes(OtlpFields.RESOURCE_ATTRIBUTES, resource));
    this.request =
        new RequestWriter(
            frames, maxRequestBytes, constants.put(encodedResource), encodedResource.size());
    this.buckets = new ExponentialBuckets(node);
  }

  /**
   * Encodes everything present in the window.
   *
   * @param window always the same one: what is constant in it is encoded once
   * @param into receives the finished frames; if this throws, it is as before
   * @return points left out because not even a request of their own could hold them
   */
  public long encode(Window window, List<Frame> into) {
    int before = into.size();
    try {
      templatesOf(window);
      request.begin(into);
      for (int i = sets.size() - 1; i >= 0; i--) {
        sets.get(i).encode(request, window.startUnixNanos(), window.endUnixNanos());
      }
      return request.end();
    } catch (RuntimeException | Error failure) {
      request.abandon();
      while (into.size() > before) {
        into.removeLast().release();
      }
      throw failure;
    }
  }

  @Override
  public void close() {
    sets.forEach(SetTemplate::close);
    sets.clear();
    buckets.close();
    constants.close();
  }

  private void templatesOf(Window window) {
    for (int i = sets.size(); i < window.sets().size(); i++) {
      sets.add(new SetTemplate(node, constants, window.sets().get(i), request, buckets));
    }
  }
}

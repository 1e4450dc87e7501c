package io.numetry.exporter.otlp;

import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one collection as one request or, if it is larger than a request may be, as several: at a
 * point that has no room left, the open messages are closed, and the next frame repeats them.
 *
 * <p>A request is written backward, so its messages are opened by noting how much lies behind them,
 * and closed by writing what stands in front of their contents. The order of calls is
 *
 * <pre>
 *  begin ( openSet ( openMetric ( admit fields closePoint )* closeMetric )* closeSet )* end
 *        \____________________________ or abandon at any time __________________________/
 * </pre>
 *
 * <p>What has no point is not written at all.
 */
final class RequestWriter {
  /** Prefixes of the four messages around a point: a tag and a length each. */
  private static final int MAX_PREFIX_BYTES = 4 * (1 + Varint.MAX_LENGTH_BYTES);

  /** The fields of a point are written here, once it is admitted. */
  final BackwardWriter out = new BackwardWriter();

  private final FramePool frames;
  private final long maxBytes;
  private final long resourceAddress;
  private final int resourceBytes;

  private @Nullable List<Frame> finished;
  private @Nullable Frame frame;
  private @Nullable SetTemplate set;
  private @Nullable MetricTemplate metric;

  /** Bytes of the request that lie behind the open set, the open metric. */
  private long behindSet;

  private long behindMetric;

  /** No request's open messages need more than this to be closed. */
  private int closingBytes;

  private int points;
  private long pointsTooLarge;

  RequestWriter(FramePool frames, long maxBytes, long resourceAddress, int resourceBytes) {
    this.frames = frames;
    this.maxBytes = maxBytes;
    this.resourceAddress = resourceAddress;
    this.resourceBytes = resourceBytes;
  }

  /**
   * @param into receives the finished frames
   */
  void begin(List<Frame> into) {
    finished = into;
    pointsTooLarge = 0;
    noFrame();
  }

  void openSet(SetTemplate template) {
    set = template;
    behindSet = out.written();
    behindMetric = out.written();
  }

  void openMetric(MetricTemplate template) {
    metric = template;
    behindMetric = out.written();
    closingBytes =
        MAX_PREFIX_BYTES
            + template.trailerBytes()
            + template.headerBytes
            + opened(set).scopeBytes
            + resourceBytes;
  }

  /**
   * Makes room for a point of the open metric, by a larger or a new frame if need be. If it says
   * yes, exactly {@code contentBytes} have to be written, and the point be closed. If even a
   * request of its own would be too large for the point, it is counted instead.
   */
  boolean admit(int contentBytes) {
    return admitEnclosed(1 + Varint.bytes(contentBytes) + contentBytes);
  }

  /** The same for a point that has its tag and length already, and needs no close. */
  boolean admitEnclosed(int bytes) {
    if (out.room() >= bytes + closingBytes || makeRoom(bytes)) {
      openPoints(1);
      return true;
    }
    pointsTooLarge++;
    return false;
  }

  /**
   * The same for several at once. If it says no, nothing has happened: some may have room all the
   * same.
   */
  boolean admitEnclosed(long bytes, int count) {
    if (out.room() < bytes + closingBytes) {
      return false;
    }
    openPoints(count);
    return true;
  }

  /**
   * The same for a point of a size not known yet. If it says no, nothing has happened: the point
   * may have room all the same.
   */
  boolean admitAtMost(int maxContentBytes) {
    if (out.room() < (long) MAX_PREFIX_BYTES + maxContentBytes + closingBytes) {
      return false;
    }
    openPoints(1);
    return true;
  }

  private void openPoints(int count) {
    if (out.written() == behindMetric) {
      opened(metric).writeTrailer(out);
    }
    points += count;
  }

  /**
   * Takes back a point that was admitted and is not closed.
   *
   * @param behindPoint what had been written before the point was
   */
  void withdrawPoint(long behindPoint) {
    out.rewind(behindPoint);
    points--;
  }

  /** Encloses an admitted point's contents. */
  void closePoint(int contentBytes) {
    out.enclose(OtlpFields.DATA_POINTS, contentBytes);
  }

  void closeMetric() {
    MetricTemplate open = opened(metric);
    metric = null;
    writeMetricHeader(open);
  }

  void closeSet() {
    SetTemplate open = opened(set);
    set = null;
    writeSetHeader(open);
  }

  /**
   * Finishes the last frame.
   *
   * @return points left out because not even a request of their own could hold them
   */
  long end() {
    if (points > 0) {
      finishFrame();
    } else if (frame != null) {
      frame.release();
      noFrame();
    }
    finished = null;
    return pointsTooLarge;
  }

  /** Gives the frame in writing back; those finished are the caller's. */
  void abandon() {
    if (frame != null) {
      frame.release();
    }
    noFrame();
    set = null;
    metric = null;
    finished = null;
  }

  /**
   * The exact way: whether the limit has room for the point and all that closing will write. The
   * way past it ({@link #closingBytes}) is an upper bound and misses a few bytes at the limit.
   */
  private boolean makeRoom(int bytes) {
    if (frame != null) {
      if (growFor(frame, bytes)) {
        return true;
      }
      if (points == 0) {
        return false;
      }
      writeMetricHeader(opened(metric));
      writeSetHeader(opened(set));
      finishFrame();
    }
    frame = frames.take();
    wrap(frame, 0);
    return growFor(frame, bytes);
  }

  private boolean growFor(Frame open, int pointBytes) {
    long needed = closedBytesWith(pointBytes);
    if (needed > maxBytes) {
      return false;
    }
    if (needed > open.end() - open.address()) {
      open.grow(out.written(), needed);
      wrap(open, out.written());
    }
    return true;
  }

  /** The request's size if it had one more point and nothing else. */
  private long closedBytesWith(int pointBytes) {
    MetricTemplate openMetric = opened(metric);
    long points = out.written() - behindMetric + pointBytes;
    long data = points + (out.written() == behindMetric ? openMetric.trailerBytes() : 0);
    long metrics = behindMetric - behindSet + enclosed(openMetric.headerBytes + enclosed(data));
    long scopes = behindSet + enclosed(opened(set).scopeBytes + metrics);
    return enclosed(resourceBytes + scopes);
  }

  private static long enclosed(long bytes) {
    return 1 + Varint.bytes(bytes) + bytes;
  }

  private void writeMetricHeader(MetricTemplate open) {
    long data = out.written() - behindMetric;
    if (data > 0) {
      out.enclose(open.dataTag, data);
      out.copy(open.headerAddress, open.headerBytes);
      out.enclose(OtlpFields.SCOPE_METRICS_METRICS, out.written() - behindMetric);
      behindMetric = out.written();
    }
  }

  private void writeSetHeader(SetTemplate open) {
    if (out.written() > behindSet) {
      out.copy(open.scopeAddress, open.scopeBytes);
      out.enclose(OtlpFields.RESOURCE_METRICS_SCOPE_METRICS, out.written() - behindSet);
    }
  }

  private void finishFrame() {
    out.copy(resourceAddress, resourceBytes);
    out.enclose(OtlpFields.REQUEST_RESOURCE_METRICS, out.written());
    Frame written = opened(frame);
    written.finish(out.written(), points);
    opened(finished).add(written);
    noFrame();
  }

  private void noFrame() {
    frame = null;
    out.wrap(0, 0, 0);
    points = 0;
    behindSet = 0;
    behindMetric = 0;
  }

  private void wrap(Frame open, long written) {
    long end = open.end();
    out.wrap(Math.max(open.address(), end - maxBytes), end, written);
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("request: called out of order");
    }
    return part;
  }
}

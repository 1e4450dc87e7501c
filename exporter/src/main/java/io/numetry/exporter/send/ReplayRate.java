package io.numetry.exporter.send;

/**
 * How fast a spool may be emptied: a bucket that fills by the time, and from which each request
 * takes its bytes. It may go into debt, so that a request larger than a second's worth is sent too.
 *
 * <p>Threads: the event loop alone.
 */
final class ReplayRate {
  private static final double NANOS = 1e9;

  private final long bytesPerSecond;
  private double bytes;
  private long filledNanoTime;

  /**
   * @param bytesPerSecond 0 for no limit
   */
  ReplayRate(long bytesPerSecond, long nowNanoTime) {
    this.bytesPerSecond = bytesPerSecond;
    this.filledNanoTime = nowNanoTime;
    this.bytes = (double) bytesPerSecond;
  }

  /** How long until a request may be sent; 0 if now. */
  long waitNanos(long nowNanoTime) {
    if (bytesPerSecond == 0) {
      return 0;
    }
    bytes =
        Math.min(
            (double) bytesPerSecond, bytes + (double) (nowNanoTime - filledNanoTime) * perNano());
    filledNanoTime = nowNanoTime;
    return bytes >= 0 ? 0 : (long) Math.ceil(-bytes / perNano());
  }

  /** A request of that size is sent. */
  void sent(int byteSize) {
    bytes -= byteSize;
  }

  /** Leave to send so much more, whatever the time. */
  void grant(long more) {
    bytes += more;
  }

  private double perNano() {
    return (double) bytesPerSecond / NANOS;
  }
}

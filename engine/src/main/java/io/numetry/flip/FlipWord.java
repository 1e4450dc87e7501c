package io.numetry.flip;

/**
 * The two words of the protocol: an epoch and, in the two lowest bits, what is asked or which state
 * the owner is in. An epoch's values go to half A if it is even, to half B if it is odd.
 */
final class FlipWord {
  private static final int EPOCH_SHIFT = 2;
  private static final long CODE_MASK = (1 << EPOCH_SHIFT) - 1;

  /** Of a request: seal the epoch before this one. */
  static final long FLIP = 0;

  /** Of a request: seal everything and record no more. */
  static final long CLOSE = 2;

  /** Of a seal: the owner polls; it alone writes the seal. */
  static final long RUNNING = 0;

  /** Of a seal: the owner is parked; the seal changes by compare-and-set alone. */
  static final long IDLE = 1;

  /** Of a seal: the owner records no more; both halves are the aggregator's, for good. */
  static final long CLOSED = 2;

  private FlipWord() {}

  static long of(long epoch, long code) {
    return epoch << EPOCH_SHIFT | code;
  }

  static long epoch(long word) {
    return word >>> EPOCH_SHIFT;
  }

  static long code(long word) {
    return word & CODE_MASK;
  }
}

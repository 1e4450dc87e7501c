package io.numetry.exporter.grpc;

import java.time.Duration;

/** The header {@code grpc-timeout}: eight digits at most, and a unit. */
final class GrpcTimeout {
  private static final long MAX_DIGITS = 99_999_999;

  private GrpcTimeout() {}

  /** Rounded up in the finest unit that has room for it. */
  static String of(Duration timeout) {
    long nanos = timeout.toNanos();
    if (nanos <= MAX_DIGITS) {
      return nanos + "n";
    }
    long micros = Math.ceilDiv(nanos, 1_000);
    if (micros <= MAX_DIGITS) {
      return micros + "u";
    }
    long millis = Math.ceilDiv(micros, 1_000);
    return millis <= MAX_DIGITS ? millis + "m" : Math.ceilDiv(millis, 1_000) + "S";
  }
}

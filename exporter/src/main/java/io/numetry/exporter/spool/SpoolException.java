package io.numetry.exporter.spool;

/**
 * A spool cannot be opened. The message names the folder or the flag and says what to write
 * instead; telemetry goes on without a spool.
 */
public final class SpoolException extends Exception {
  private static final long serialVersionUID = 1;

  SpoolException(String message) {
    super(message);
  }

  SpoolException(String message, Throwable cause) {
    super(message, cause);
  }
}

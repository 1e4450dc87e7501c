package io.numetry.exporter.body;

/** A response is larger than it may be. */
public final class TooLargeException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param maxBytes what it may have
   */
  public TooLargeException(int maxBytes) {
    super("a response of more than " + maxBytes + " bytes");
  }
}

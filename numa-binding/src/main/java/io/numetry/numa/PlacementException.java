package io.numetry.numa;

/**
 * A thread or memory could not be placed as asked; the message says what was asked, what is there,
 * and what to ask for instead.
 */
public final class PlacementException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public PlacementException(String message) {
    super(message);
  }
}

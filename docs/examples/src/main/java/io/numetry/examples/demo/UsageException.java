package io.numetry.examples.demo;

/** The command cannot do what was asked; the message is one sentence for the person who asked. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}

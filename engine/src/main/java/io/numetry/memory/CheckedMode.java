package io.numetry.memory;

/**
 * The checked mode, {@code -Dnumetry.checked=true}: every recording call verifies its thread and
 * its address, and invalid input is an {@link AssertionError}. Meant for tests and staging; without
 * the property the checks are not compiled at all.
 */
public final class CheckedMode {

  /** A constant to the compiler: branches on it fold away. */
  public static final boolean ENABLED = Boolean.getBoolean("numetry.checked");

  private CheckedMode() {}
}

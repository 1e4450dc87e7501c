package io.numetry.exporter.testkit;

import java.util.function.Consumer;

/**
 * A rule of a specification and its check: a row of a table of such.
 *
 * @param section of the specification
 * @param check told the test that it is part of
 */
public record Rule<T>(String section, String says, Consumer<T> check) {
  @Override
  public String toString() {
    return section + ": " + says;
  }
}

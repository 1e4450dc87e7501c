package io.numetry.exporter.config;

import java.nio.file.Path;

/**
 * A PEM file.
 *
 * @param option that names it, for messages
 */
public record TlsFile(String option, Path path) {
  @Override
  public String toString() {
    return option + "=" + path;
  }
}

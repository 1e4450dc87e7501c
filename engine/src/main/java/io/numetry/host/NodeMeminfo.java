package io.numetry.host;

import io.numetry.numa.proc.KernelText;
import java.util.OptionalLong;

/**
 * A node's {@code meminfo} file.
 *
 * @param text the file's lines
 * @param node the number that its lines begin with
 */
public record NodeMeminfo(String text, int node) {

  public OptionalLong totalBytes() {
    return KernelText.bytesOf(text, "Node " + node + " MemTotal");
  }

  public OptionalLong freeBytes() {
    return KernelText.bytesOf(text, "Node " + node + " MemFree");
  }
}

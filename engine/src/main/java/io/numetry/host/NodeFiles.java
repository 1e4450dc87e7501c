package io.numetry.host;

import io.numetry.numa.proc.KernelText;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what the kernel keeps of one NUMA node. Allocates. */
public final class NodeFiles {
  private final Path folder;
  private final int node;

  /**
   * @param root the folder that sys is in
   */
  public NodeFiles(Path root, int node) {
    this.folder = root.resolve("sys/devices/system/node/node" + node);
    this.node = node;
  }

  public Path folder() {
    return folder;
  }

  /** Pages by where they were wanted and came from, since boot. */
  public Optional<NumaStat> numaStat() {
    return KernelText.read(folder.resolve("numastat")).map(NumaStat::new);
  }

  public Optional<NodeMeminfo> meminfo() {
    return KernelText.read(folder.resolve("meminfo")).map(text -> new NodeMeminfo(text, node));
  }
}

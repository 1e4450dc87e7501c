package io.numetry.numa;

import io.numetry.numa.proc.KernelText;
import io.numetry.numa.topology.ControlGroup;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Tells of pages that cannot come before they are asked for: where memory runs out, the kernel ends
 * a process and answers nothing. What it says is certain only in one direction: there may be less
 * room than it tells of, never more. Where there is swap space it says nothing. Stateless.
 */
final class MemoryRoom {

  /** Less is not worth reading files for. */
  static final long LEAST_BYTES = 1 << 20;

  private static final String UNLIMITED = "max";

  private final Path root;

  /**
   * @param root the folder that proc and sys are in
   */
  MemoryRoom(Path root) {
    this.root = root;
  }

  /**
   * Why so many bytes cannot come; empty if they may.
   *
   * @param node the one that they are to come from; empty if any will do
   */
  Optional<String> shortage(OptionalInt node, long bytes) {
    if (bytes < LEAST_BYTES || swaps()) {
      return Optional.empty();
    }
    return ofNode(node, bytes).or(() -> ofGroup(bytes));
  }

  private boolean swaps() {
    return read("/proc/meminfo")
            .map(text -> KernelText.bytesOf(text, "SwapTotal"))
            .orElse(OptionalLong.empty())
            .orElse(1)
        > 0;
  }

  /** Free pages, and those that hold files and can be given up. */
  private Optional<String> ofNode(OptionalInt node, long bytes) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String prefix = "Node " + node.getAsInt() + " ";
    String file = "/sys/devices/system/node/node" + node.getAsInt() + "/meminfo";
    String text = read(file).orElse("");
    OptionalLong free = KernelText.bytesOf(text, prefix + "MemFree");
    OptionalLong files = KernelText.bytesOf(text, prefix + "FilePages");
    if (free.isEmpty() || files.isEmpty()) {
      return Optional.empty();
    }
    long room =
        free.getAsLong()
            + Math.max(0, files.getAsLong() - bytes(text, prefix + "Shmem"))
            + Math.max(bytes(text, prefix + "KReclaimable"), bytes(text, prefix + "SReclaimable"));
    return tell("node=" + node.getAsInt(), file, room, bytes);
  }

  private Optional<String> ofGroup(long bytes) {
    ControlGroup group = ControlGroup.of(root, "memory").orElse(null);
    if (group == null) {
      return Optional.empty();
    }
    for (String folder : group.folders()) {
      Optional<String> refusal =
          group.version() == 2
              ? ofGroup(folder, "memory.max", bytes, "anon", "shmem", "slab_unreclaimable")
              : ofGroup(folder, "memory.limit_in_bytes", bytes, "total_rss", "total_shmem", "");
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofGroup(String folder, String name, long bytes, String... inUse) {
    String limit = read(folder + "/" + name).map(String::strip).orElse(UNLIMITED);
    OptionalLong most = KernelText.number(limit); // empty for "max" and for version 1's 19 digits
    String statistics = read(folder + "/memory.stat").orElse("");
    if (most.isEmpty() || statistics.isEmpty()) {
      return Optional.empty();
    }
    long room = most.getAsLong();
    for (String key : inUse) {
      room -= key.isEmpty() ? 0 : KernelText.valueOf(statistics, key).orElse(0);
    }
    return tell("control group", folder + "/" + name, Math.max(0, room), bytes);
  }

  private static Optional<String> tell(String where, String file, long room, long bytes) {
    return bytes <= room
        ? Optional.empty()
        : Optional.of(
            "bytes="
                + bytes
                + " do not fit, room="
                + room
                + " on "
                + where
                + " by file="
                + file
                + "; ask for less, or raise the limit");
  }

  private static long bytes(String text, String key) {
    return KernelText.bytesOf(text, key).orElse(0);
  }

  private Optional<String> read(String path) {
    return KernelText.read(root.resolve(path.substring(1)));
  }
}

package io.numetry.numa.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Reads a node's amounts of memory. */
final class MemoryReader {

  private static final String POOL = "hugepages-";
  private static final String KILO = "kB";

  private final HostFiles files;
  private final Remarks remarks;

  MemoryReader(HostFiles files, Remarks remarks) {
    this.files = files;
    this.remarks = remarks;
  }

  /**
   * @param folder a node's folder
   */
  MemoryFigures ofNode(String folder) {
    return new MemoryFigures(
        amount(folder + "/meminfo", "MemTotal:"),
        amount(folder + "/meminfo", "MemFree:"),
        pools(folder + "/hugepages"));
  }

  /** Of a host that does not tell of nodes. */
  MemoryFigures ofHost() {
    return new MemoryFigures(
        amount("proc/meminfo", "MemTotal:"),
        amount("proc/meminfo", "MemFree:"),
        pools("sys/kernel/mm/hugepages"));
  }

  /** "Node 0 MemTotal: 10840268 kB" for a node, without the first two words for the host. */
  private OptionalLong amount(String path, String key) {
    String line =
        files.text(path).stream()
            .flatMap(String::lines)
            .filter(text -> text.contains(key))
            .findFirst()
            .orElse("");
    if (line.isEmpty()) {
      return OptionalLong.empty();
    }
    String value = line.substring(line.indexOf(key) + key.length()).strip();
    OptionalLong kibibytes =
        value.endsWith(KILO)
            ? HostFiles.digits(value.substring(0, value.length() - KILO.length()).strip())
            : OptionalLong.empty();
    if (kibibytes.isEmpty() || kibibytes.getAsLong() > Long.MAX_VALUE >> 10) {
      remarks.add(
          "topology: file="
              + files.file(path)
              + " holds no amount, line=\""
              + HostFiles.brief(line)
              + "\"");
      return OptionalLong.empty();
    }
    return OptionalLong.of(kibibytes.getAsLong() << 10);
  }

  private List<HugePagePool> pools(String folder) {
    List<HugePagePool> pools = new ArrayList<>();
    for (String name : files.names(folder)) {
      OptionalLong kibibytes =
          name.startsWith(POOL) && name.endsWith(KILO)
              ? HostFiles.digits(
                  name.substring(POOL.length(), Math.max(POOL.length(), name.length() - 2)))
              : OptionalLong.empty();
      if (kibibytes.isPresent() && kibibytes.getAsLong() <= Long.MAX_VALUE >> 10) {
        pools.add(
            new HugePagePool(
                kibibytes.getAsLong() << 10,
                files.number(folder + "/" + name + "/nr_hugepages"),
                files.number(folder + "/" + name + "/free_hugepages")));
      }
    }
    pools.sort(Comparator.comparingLong(HugePagePool::pageBytes));
    return pools;
  }
}

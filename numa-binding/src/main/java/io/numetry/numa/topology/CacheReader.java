package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the last-level cache of each CPU; CPUs that share one get the same object. */
final class CacheReader {

  private static final int HIGHEST_LEVEL = 9;

  private final HostFiles files;
  private final Remarks remarks;
  private final Map<CacheGroup, CacheGroup> known = new HashMap<>();

  CacheReader(HostFiles files, Remarks remarks) {
    this.files = files;
    this.remarks = remarks;
  }

  /**
   * @param folder the CPU's folder of caches
   */
  Optional<CacheGroup> lastLevel(String folder, int cpu, CpuSet onlineCpus) {
    int lastLevel = 0;
    String last = "";
    for (String name : files.names(folder)) {
      String cache = folder + "/" + name;
      OptionalInt level =
          name.startsWith("index") ? files.smallNumber(cache + "/level") : OptionalInt.empty();
      if (level.isPresent() && level.getAsInt() > lastLevel && holdsData(cache)) {
        lastLevel = level.getAsInt();
        last = cache;
      }
    }
    if (lastLevel == 0) {
      return Optional.empty();
    }
    if (lastLevel > HIGHEST_LEVEL) {
      remarks.add("topology: file=" + files.file(last) + "/level is absurd, level=" + lastLevel);
      return Optional.empty();
    }
    return group(last, lastLevel, cpu, onlineCpus);
  }

  private boolean holdsData(String cache) {
    return !files.text(cache + "/type").orElse("").equals("Instruction");
  }

  private Optional<CacheGroup> group(String cache, int level, int cpu, CpuSet onlineCpus) {
    CpuSet cpus = files.list(cache + "/shared_cpu_list").orElse(CpuSet.of());
    if (!cpus.contains(cpu)) {
      remarks.add(
          "topology: cpu=" + cpu + " is not among those that share its cache, cpus=" + cpus);
      return Optional.empty();
    }
    CacheGroup group = new CacheGroup(level, bytes(cache + "/size"), cpus.intersect(onlineCpus));
    CacheGroup first = known.putIfAbsent(group, group);
    return Optional.of(first == null ? group : first);
  }

  /** Written "32768K". */
  private OptionalLong bytes(String path) {
    String text = files.text(path).orElse("").toUpperCase(Locale.ROOT);
    int shift = text.endsWith("K") ? 10 : text.endsWith("M") ? 20 : 0;
    String digits = shift == 0 ? text : text.substring(0, text.length() - 1);
    OptionalLong number = HostFiles.digits(digits);
    boolean fits = number.isPresent() && number.getAsLong() <= Long.MAX_VALUE >> shift;
    if (!fits && !text.isEmpty()) {
      remarks.add(
          "topology: file="
              + files.file(path)
              + " holds no size, text=\""
              + HostFiles.brief(text)
              + "\"");
    }
    return fits ? OptionalLong.of(number.getAsLong() << shift) : OptionalLong.empty();
  }
}

package io.numetry.numa.doctor;

import io.numetry.numa.topology.ControlGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the control group takes away: processor time and memory. */
final class GroupFindings {

  private static final String QUOTA = "CPU quota";
  private static final String MEMORY = "memory limit";
  private static final String UNLIMITED = "max";

  /** Version 1 writes the greatest multiple of a page for no limit. */
  private static final long NO_LIMIT = 1L << 60;

  private final Path root;
  private final KernelFiles files;

  GroupFindings(Path root, KernelFiles files) {
    this.root = root;
    this.files = files;
  }

  List<Finding> all() {
    return List.of(quota(), memory());
  }

  /**
   * A limit of one folder.
   *
   * @param amount infinite if the file says that there is no limit
   */
  private record Told(String file, double amount) {}

  private Finding quota() {
    ControlGroup group = ControlGroup.of(root, "cpu").orElse(null);
    if (group == null) {
      return Finding.unknown(QUOTA, "no control group with a CPU controller is told");
    }
    Told least = null;
    for (String folder : group.folders()) {
      least = lesser(least, group.version() == 1 ? quotaV1(folder) : quotaV2(folder));
    }
    if (least == null) {
      return untold(QUOTA, group, group.version() == 1 ? "cpu.cfs_quota_us" : "cpu.max");
    }
    return Double.isInfinite(least.amount())
        ? Finding.ok(QUOTA, "none, " + least.file())
        : Finding.warning(
            QUOTA,
            String.format(
                Locale.ROOT,
                "%.2f CPUs, %s, threads that use it up are stopped until the next period",
                least.amount(),
                least.file()),
            "set no CPU limit, and give the process CPUs of its own by a cpuset");
  }

  private Optional<Told> quotaV2(String folder) {
    String file = folder + "/cpu.max";
    String[] words = files.text(file).orElse("").split("\\s+", -1);
    if (words.length != 2) {
      return Optional.empty();
    }
    return quota(file, words[0], words[1], UNLIMITED);
  }

  private Optional<Told> quotaV1(String folder) {
    String file = folder + "/cpu.cfs_quota_us";
    return files
        .text(file)
        .flatMap(
            quota ->
                quota(file, quota, files.text(folder + "/cpu.cfs_period_us").orElse(""), "-1"));
  }

  private static Optional<Told> quota(String file, String quota, String period, String none) {
    if (quota.equals(none)) {
      return Optional.of(new Told(file, Double.POSITIVE_INFINITY));
    }
    OptionalLong micros = KernelFiles.digits(quota);
    OptionalLong of = KernelFiles.digits(period);
    return micros.isPresent() && of.orElse(0) > 0
        ? Optional.of(new Told(file, (double) micros.getAsLong() / of.getAsLong()))
        : Optional.empty();
  }

  private Finding memory() {
    ControlGroup group = ControlGroup.of(root, "memory").orElse(null);
    if (group == null) {
      return Finding.unknown(MEMORY, "no control group with a memory controller is told");
    }
    String name = group.version() == 1 ? "memory.limit_in_bytes" : "memory.max";
    Told least = null;
    for (String folder : group.folders()) {
      least = lesser(least, memory(folder + "/" + name));
    }
    if (least == null) {
      return untold(MEMORY, group, name);
    }
    return Double.isInfinite(least.amount())
        ? Finding.ok(MEMORY, "none, " + least.file())
        : Finding.note(
            MEMORY,
            Amount.of((long) least.amount()) + ", " + least.file(),
            "fit the heap and native memory, huge pages and all, into it");
  }

  private Optional<Told> memory(String file) {
    String text = files.text(file).orElse("");
    OptionalLong bytes = KernelFiles.digits(text);
    // 19 digits are more than any host has, and more than digits() takes
    boolean none =
        text.equals(UNLIMITED)
            || text.matches("[0-9]{19}")
            || (bytes.isPresent() && bytes.getAsLong() >= NO_LIMIT);
    if (none) {
      return Optional.of(new Told(file, Double.POSITIVE_INFINITY));
    }
    return bytes.isPresent() ? Optional.of(new Told(file, bytes.getAsLong())) : Optional.empty();
  }

  private static @Nullable Told lesser(@Nullable Told least, Optional<Told> next) {
    return least == null || (next.isPresent() && next.get().amount() < least.amount())
        ? next.orElse(least)
        : least;
  }

  private static Finding untold(String subject, ControlGroup group, String name) {
    return Finding.unknown(subject, "no " + name + " can be read in " + group.folders());
  }
}

package io.numetry.numa.doctor;

import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.HostTopology;
import io.numetry.numa.topology.LogicalCpu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What disturbs threads on the CPUs in use. */
final class CpuFindings {

  private static final String CPUS = "/sys/devices/system/cpu/";
  private static final String CLOCK =
      "/sys/devices/system/clocksource/clocksource0/current_clocksource";

  /** Read in user space, without a system call. */
  private static final List<String> FAST_CLOCKS =
      List.of("tsc", "arch_sys_counter", "kvm-clock", "hyperv_clocksource_tsc_page");

  private static final List<String> SLOW_CLOCKS =
      List.of("hpet", "acpi_pm", "xen", "jiffies", "refined-jiffies");

  private final HostTopology host;
  private final KernelFiles files;
  private final CpuSet inUse;

  /** True if {@link #inUse} are a plan's cores and not just all that could be. */
  private final boolean planned;

  CpuFindings(HostTopology host, KernelFiles files, CpuSet inUse, boolean planned) {
    this.host = host;
    this.files = files;
    this.inUse = inUse;
    this.planned = planned;
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>(governors());
    all.add(siblings());
    all.add(setApart("isolated CPUs", "isolated", "isolcpus", "keeps other threads off"));
    all.add(setApart("tickless CPUs", "nohz_full", "nohz_full", "stops the timer tick on"));
    all.add(cpuset());
    all.add(clock());
    return all;
  }

  /** A finding a governor. */
  private List<Finding> governors() {
    Map<String, CpuSet> byGovernor = new TreeMap<>();
    inUse.stream()
        .forEach(
            cpu ->
                byGovernor.merge(
                    files.text(CPUS + "cpu" + cpu + "/cpufreq/scaling_governor").orElse(""),
                    CpuSet.of(cpu),
                    CpuSet::union));
    return byGovernor.entrySet().stream().map(e -> governor(e.getKey(), e.getValue())).toList();
  }

  private static Finding governor(String name, CpuSet cpus) {
    String subject = "frequency governor";
    if (name.isEmpty()) {
      return Finding.unknown(
          subject, "no file=" + CPUS + "cpu*/cpufreq/scaling_governor for cpus=" + cpus);
    }
    String found = name + " on cpus=" + cpus;
    return name.equals("performance")
        ? Finding.ok(subject, found)
        : Finding.warning(
            subject,
            found + ", clocks may go down between bursts",
            "cpupower -c " + cpus + " frequency-set -g performance");
  }

  private Finding siblings() {
    String subject = "SMT siblings";
    CpuSet untold = CpuSet.of();
    CpuSet shared = CpuSet.of();
    CpuSet beside = CpuSet.of();
    for (int cpu : inUse.toArray()) {
      CpuSet core = host.cpu(cpu).flatMap(LogicalCpu::siblings).orElse(CpuSet.of());
      if (core.isEmpty()) {
        untold = untold.union(CpuSet.of(cpu));
      }
      CpuSet others = core.minus(CpuSet.of(cpu));
      beside = beside.union(others.minus(inUse));
      if (!others.intersect(inUse).isEmpty()) {
        shared = shared.union(CpuSet.of(cpu));
      }
    }
    if (!untold.isEmpty()) {
      return Finding.unknown(subject, "nothing tells which CPUs share a core with cpus=" + untold);
    }
    if (!shared.isEmpty()) {
      String found = "cpus=" + shared + " share physical cores with each other";
      return planned
          ? Finding.warning(
              subject,
              found + ", so that cores slow each other down",
              "plan one core a physical core")
          : Finding.note(subject, found, "plan one core a physical core");
    }
    return beside.isEmpty()
        ? Finding.ok(subject, "none, every CPU in use has a physical core of its own")
        : Finding.note(
            subject,
            "cpus=" + beside + " share physical cores with cpus in use=" + inUse,
            "keep other threads off cpus=" + beside + ", or switch SMT off");
  }

  /** CPUs that the kernel was told to leave alone. */
  private Finding setApart(String subject, String file, String parameter, String effect) {
    String path = CPUS + file;
    Optional<CpuSet> told = files.text(path).flatMap(CpuFindings::list);
    if (told.isEmpty()) {
      return Finding.unknown(subject, files.why(path));
    }
    CpuSet cpus = told.get();
    String advice =
        inUse.containsAll(host.onlineCpus())
            ? "leave CPUs to other threads, then " + parameter + " " + effect + " the rest"
            : parameter + "=" + inUse + " on the kernel's command line " + effect + " them";
    if (cpus.isEmpty()) {
      return Finding.note(subject, "none", advice);
    }
    String found = "cpus=" + cpus + ", " + how(parameter);
    CpuSet bare = inUse.minus(cpus);
    if (bare.isEmpty()) {
      return Finding.ok(subject, found + ", all CPUs in use are among them");
    }
    return Finding.note(
        subject,
        found + ", not among them are cpus in use=" + bare,
        planned ? "plan cores on cpus=" + cpus + " alone" : "run cores on cpus=" + cpus);
  }

  private String how(String parameter) {
    Optional<String> line = files.text("/proc/cmdline");
    if (line.isEmpty()) {
      return "by means unknown";
    }
    return Arrays.stream(line.get().split("\\s+", -1))
        .filter(word -> word.startsWith(parameter + "="))
        .findFirst()
        .map(word -> "by " + word + " on the kernel's command line")
        .orElse("not by " + parameter + " on the kernel's command line");
  }

  /** Kernels write "(null)" for a list that was never set. */
  private static Optional<CpuSet> list(String text) {
    try {
      return Optional.of(text.equals("(null)") ? CpuSet.of() : CpuSet.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Finding cpuset() {
    CpuSet out = host.onlineCpus().minus(host.pinnableCpus());
    if (files.text(CPUS + "online").isEmpty()) {
      return Finding.unknown("CPU limits", files.why(CPUS + "online"));
    }
    if (host.limits().cpus().isEmpty()) {
      return Finding.unknown("CPU limits", "neither affinity nor cpuset can be read");
    }
    return out.isEmpty()
        ? Finding.ok("CPU limits", "none, cpus=" + host.pinnableCpus())
        : Finding.note(
            "CPU limits",
            "cpus="
                + host.pinnableCpus()
                + " of cpus="
                + host.onlineCpus()
                + " can be had, by "
                + host.limits().cpus(),
            "if others are wanted, change the affinity or the cpuset");
  }

  private Finding clock() {
    String subject = "clock source";
    Optional<String> clock = files.text(CLOCK);
    if (clock.isEmpty() || clock.get().isEmpty()) {
      return Finding.unknown(subject, files.why(CLOCK));
    }
    if (FAST_CLOCKS.contains(clock.get())) {
      return Finding.ok(subject, clock.get() + ", read without a system call");
    }
    return SLOW_CLOCKS.contains(clock.get())
        ? Finding.warning(
            subject,
            clock.get() + ", every reading is a system call",
            "find in the kernel's log why the processor's own counter was given up")
        : Finding.note(subject, clock.get() + ", whether it is fast is unknown", "");
  }
}

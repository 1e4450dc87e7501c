package io.numetry.bench.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The machine that figures come from, without its name: what one must know to judge them.
 *
 * @param lines "what: value" each
 * @param load the line of /proc/loadavg
 */
public record MachineReport(List<String> lines, String load) {

  public static MachineReport take() {
    String load = firstLine("/proc/loadavg");
    return new MachineReport(
        List.of(
            "date: " + Instant.now().truncatedTo(ChronoUnit.SECONDS),
            "cpu: " + cpuModel(),
            "cpus: " + Runtime.getRuntime().availableProcessors(),
            "kernel: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
            "jdk: " + System.getProperty("java.vm.name") + " " + Runtime.version(),
            "governor: " + firstLine("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"),
            "smt: " + firstLine("/sys/devices/system/cpu/smt/control"),
            "load before: " + load),
        load);
  }

  public String text() {
    return String.join("\n", lines) + "\n";
  }

  public String loadText(String when) {
    return "load " + when + ": " + load + "\n";
  }

  private static String cpuModel() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException e) {
      return "unknown";
    }
    return "unknown";
  }

  private static String firstLine(String file) {
    try {
      return Files.readAllLines(Path.of(file)).getFirst();
    } catch (IOException e) {
      return "unknown";
    }
  }
}

package io.numetry.examples.placement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Another program that was run to its end.
 *
 * @param printed both of its outputs
 */
record Tool(int status, String printed) {

  /** Runs a program. */
  static Tool run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Tool(process.waitFor(), printed);
  }

  /** Runs numa-doctor on a file of a process's placement, in a process of its own. */
  static Tool doctor(Path file) throws IOException, InterruptedException {
    return run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            "io.numetry.numa.doctor.NumaDoctor",
            "--placement",
            file.toString()));
  }
}

package io.numetry.bench.assembly;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a benchmark in a JVM of its own that prints the machine code of its loop.
 *
 * <p>Without a disassembler of its own (hsdis) HotSpot prints bytes, which is what is wanted here.
 */
final class Capture {
  private static final long LONGEST_SECONDS = 120;

  private Capture() {}

  /**
   * @return the JVM's log
   * @throws IOException if the JVM failed; the message ends with what it said
   */
  static String run(HotPath path) throws IOException, InterruptedException {
    Path log = Files.createTempFile("numetry-assembly", ".log");
    Path said = Files.createTempFile("numetry-assembly", ".out");
    try {
      Process process =
          new ProcessBuilder(command(path, log))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.to(said.toFile()))
              .start();
      boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      if (!ended || process.exitValue() != 0) {
        throw new IOException(
            "assembly: "
                + path.bench()
                + "."
                + path.method()
                + (ended ? " failed:\n" : " did not end in " + LONGEST_SECONDS + " s:\n")
                + Files.readString(said));
      }
      return Files.readString(log);
    } finally {
      Files.delete(log);
      Files.delete(said);
    }
  }

  private static List<String> command(HotPath path, Path log) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:+LogVMOutput",
        "-XX:-DisplayVMOutput",
        "-XX:LogFile=" + log,
        "-XX:CompileCommand=quiet",
        "-XX:CompileCommand=print," + path.stub(),
        "--enable-native-access=ALL-UNNAMED",
        "-Djmh.ignoreLock=true",
        "-cp",
        System.getProperty("java.class.path"),
        "org.openjdk.jmh.Main",
        path.include(),
        "-foe",
        "true",
        // In this very JVM; its times are not looked at.
        "-f",
        "0",
        "-wi",
        "4",
        "-w",
        "300ms",
        "-i",
        "1",
        "-r",
        "200ms");
  }
}

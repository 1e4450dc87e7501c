package io.numetry.exporter.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with this one's class path. */
final class ChildJvm {

  private ChildJvm() {}

  static ProcessBuilder java(List<String> flags, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** The flags that the spool asks for. */
  static List<String> flags() {
    return List.of(ChronicleMapping.FLAGS.split(" ", -1));
  }

  /** Runs it to its end; what it printed. */
  static String output(ProcessBuilder java) throws IOException, InterruptedException {
    Process process = java.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("exit " + process.exitValue() + ": " + output);
    }
    return output;
  }
}

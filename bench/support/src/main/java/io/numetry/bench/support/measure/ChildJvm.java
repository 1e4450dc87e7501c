package io.numetry.bench.support.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.numetry.bench.support.json.RecordJson;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A program with a virtual machine of its own, so that nothing of others is in its figures. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * Runs it with this process's class path, to its end.
   *
   * @param options of the virtual machine
   * @return what it prints with {@link #print}
   * @throws IOException if it fails; its own words are on the error stream
   */
  public static Readings run(Class<?> program, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dslf4j.internal.verbosity=ERROR"); // there is no logger, and no need of one
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      int status = process.waitFor();
      String name = program.getSimpleName() + " " + String.join(" ", arguments);
      if (status != 0) {
        throw new IOException(name + ": its virtual machine has ended with status " + status);
      }
      try {
        return RecordJson.read(Readings.class, output.substring(output.lastIndexOf('\n') + 1));
      } catch (IllegalArgumentException e) {
        throw new IOException(name + ": has not printed its readings: " + e.getMessage(), e);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /** The other side of {@link #run}: the program's last words. */
  public static void print(List<Reading> readings) {
    System.out.println();
    System.out.println(RecordJson.write(new Readings(readings)));
    System.out.flush();
  }
}

package io.numetry.exporter.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link GuardedEngine} in a JVM of its own, with this one's class path. */
final class GuardProcess implements AutoCloseable {
  /** Far beyond any deadline in here; a process that takes longer does not end. */
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final BufferedReader output;
  private final StringBuilder printed = new StringBuilder();

  private GuardProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  /**
   * Starts it.
   *
   * @param variables all that begin with OTEL_
   * @param flags of the JVM
   */
  static GuardProcess start(
      Map<String, String> variables,
      List<String> flags,
      GuardedEngine.Ending ending,
      GuardedEngine.OwnerState owner,
      long shutdownTimeoutMillis)
      throws IOException {
    return start(
        variables,
        flags,
        System.getProperty("java.class.path"),
        ending,
        owner,
        shutdownTimeoutMillis);
  }

  /** Starts it with a class path of its own. */
  static GuardProcess start(
      Map<String, String> variables,
      List<String> flags,
      String classPath,
      GuardedEngine.Ending ending,
      GuardedEngine.OwnerState owner,
      long shutdownTimeoutMillis)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath));
    command.add(GuardedEngine.class.getName());
    command.addAll(List.of(ending.name(), owner.name(), Long.toString(shutdownTimeoutMillis)));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
    builder.environment().putAll(variables);
    return new GuardProcess(builder.start());
  }

  /** Waits until the engine has recorded everything. */
  void awaitRecorded() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      printed.append(line).append('\n');
      if (line.startsWith(GuardedEngine.RECORDED)) {
        return;
      }
    }
    throw new AssertionError("ended before it had recorded: " + printed);
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Waits for the end; what the process ended with. */
  int awaitEnd() throws IOException, InterruptedException {
    Thread reader = Thread.ofPlatform().daemon().start(this::readRest);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end: " + printed);
    }
    reader.join();
    return process.exitValue();
  }

  /** Both streams, once it has ended. */
  String printed() {
    return printed.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void readRest() {
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        printed.append(line).append('\n');
      }
    } catch (IOException e) {
      printed.append(e);
    }
  }
}

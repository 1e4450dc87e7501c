package io.numetry.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.numetry.bench.chaos.journal.Tally;
import io.numetry.bench.chaos.journal.TallyField;
import io.numetry.bench.chaos.work.WorkOptions;
import io.numetry.bench.chaos.work.WorkProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process under stress, from its start to its end. */
final class WorkLife {
  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_MILLIS = 1;

  private final Process process;
  private final Tally tally;
  private final Path log;
  private final Thread atExit;

  WorkLife(WorkOptions options) throws IOException {
    this.tally = Tally.of(options.folder(), options.life());
    this.log = options.folder().resolve("life-" + options.life() + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    // What the spool's files are mapped by.
    command.add("--add-opens=java.base/java.lang.reflect=ALL-UNNAMED");
    command.add("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
    command.addAll(MemoryWatch.jvmFlags());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(WorkProcess.class.getName());
    command.addAll(options.arguments());
    this.process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    this.atExit = new Thread(process::destroyForcibly, "kill-" + process.pid());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  Tally tally() {
    return tally;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it records; true if it does. */
  boolean awaitStart() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (tally.get(TallyField.STARTED) == 0) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return true;
  }

  /** Waits for the next flush that is done, but not for long. */
  void awaitFlush(long millis) throws InterruptedException {
    long flushes = tally.get(TallyField.FLUSHES);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (tally.get(TallyField.FLUSHES) == flushes && System.nanoTime() - end < 0) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** By signal 9. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
    ended();
  }

  /**
   * Tells it to end, and waits until it has.
   *
   * @return false if it has not, or not in order
   */
  boolean stop() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      kill();
      return false;
    }
    ended();
    return process.exitValue() == 0 && tally.get(TallyField.ENDED) == 1;
  }

  /** What it printed of errors. */
  List<String> errors() throws IOException {
    return new String(Files.readAllBytes(log), UTF_8)
        .lines()
        .filter(
            line ->
                line.startsWith("SEVERE")
                    || line.contains("Exception in thread")
                    || line.contains("OutOfMemoryError"))
        .toList();
  }

  private void ended() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // this process ends, too
    }
  }
}

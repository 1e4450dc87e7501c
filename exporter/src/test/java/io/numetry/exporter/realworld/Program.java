package io.numetry.exporter.realworld;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that is a process of its own; killed when it is closed. */
final class Program implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;
  private static final int STOP_SECONDS = 5;

  private final Process process;
  private final Path log;
  private final Thread killer;

  /** Starts it, and waits until it listens. */
  Program(List<String> command, Path log, int port) {
    this.log = log;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new IllegalStateException(command + " cannot be started", e);
    }
    // A test run that is broken off leaves nothing behind.
    killer = new Thread(process::destroyForcibly, "kill-" + process.pid());
    Runtime.getRuntime().addShutdownHook(killer);
    awaitListening(port);
  }

  /** The program that a variable names. Without it the test is skipped, with that reason. */
  static Path namedBy(String variable, String what) {
    @Nullable String value = System.getenv(variable);
    assumeTrue(
        value != null && !value.isBlank(), variable + " is not set; it names the path of " + what);
    Path path = Path.of(value);
    if (!Files.isExecutable(path)) {
      throw new IllegalStateException(variable + "=" + value + ": is no program");
    }
    return path;
  }

  /** A program that is installed. Without it the test is skipped, with that reason. */
  static Path installed(String name, String debianPackage) {
    for (String folder : List.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/local/sbin")) {
      Path path = Path.of(folder, name);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    assumeTrue(false, name + " is not installed; it is in the package " + debianPackage);
    throw new AssertionError("not reached");
  }

  /** A port that nobody listens on at this moment. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no port is free", e);
    }
  }

  /** Sends a signal. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** What it printed. */
  String printed() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(killer);
  }

  private void awaitListening(int port) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isListening(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("never listened on port " + port + ":\n" + printed());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isListening(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

package io.numetry.examples.realworld;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that listens on a port of the loopback interface; killed when it is closed. */
final class Server implements AutoCloseable {
  private static final int STOP_SECONDS = 5;

  private final Process process;
  private final Path log;
  private final Thread killer;

  /** Starts it; what it prints goes to a file. */
  Server(List<String> command, Path log) throws IOException {
    this.log = log;
    this.process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process.getOutputStream().close();
    // A test run that is broken off leaves nothing behind.
    this.killer = new Thread(process::destroyForcibly, "kill-" + process.pid());
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /** A port that nobody listens on at this moment. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until somebody listens on its port. */
  void awaitListening(int port) throws Exception {
    await("listens on port " + port, () -> isListening(port));
  }

  /** Waits for a sign of life; fails with what the program printed. */
  void await(String what, Eventually.Condition condition) throws Exception {
    boolean held =
        Eventually.holds(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException(
                    "ended with " + process.exitValue() + ":\n" + Files.readString(log));
              }
              return condition.holds();
            });
    if (!held) {
      throw new IllegalStateException("never " + what + ":\n" + Files.readString(log));
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(killer);
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

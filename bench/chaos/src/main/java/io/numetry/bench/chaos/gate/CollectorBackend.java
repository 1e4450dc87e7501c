package io.numetry.bench.chaos.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenTelemetry Collector with an exporter named jsonfile, which appends each request that
 * it has decoded to a file before it answers. It is killed by signal 9 and started again.
 */
public final class CollectorBackend implements Backend {
  private static final int PATIENCE_SECONDS = 30;

  private final Path program;
  private final Path config;
  private final Path log;
  private final Path received;
  private final int port;
  private final Thread atExit = new Thread(this::close, "kill-collector");
  private @Nullable Process process;

  /** Starts it. */
  public CollectorBackend(Path program, Path folder) {
    this.program = program;
    this.config = folder.resolve("collector.yaml");
    this.log = folder.resolve("collector.log");
    this.received = folder.resolve("received.jsonl");
    try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = any.getLocalPort();
      Files.createDirectories(folder);
      Files.writeString(config, config());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(atExit);
    start();
  }

  private String config() {
    return String.join(
        "\n",
        "receivers:",
        "  otlp:",
        "    protocols:",
        "      http:",
        "        endpoint: 127.0.0.1:" + port,
        "exporters:",
        "  jsonfile:",
        "    path: " + received,
        "service:",
        "  telemetry:",
        "    metrics:",
        "      level: none",
        "  pipelines:",
        "    metrics:",
        "      receivers: [otlp]",
        "      exporters: [jsonfile]",
        "");
  }

  /** What it has decoded: a request in OTLP/JSON on each line. */
  public Path received() {
    return received;
  }

  @Override
  public synchronized void start() {
    if (process != null) {
      return;
    }
    try {
      process =
          new ProcessBuilder(program.toString(), "--config", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      awaitListening(process);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(program + ": cannot be started", e);
    }
  }

  private void awaitListening(Process started) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        if (!started.isAlive() || System.nanoTime() - deadline > 0) {
          throw new IllegalStateException("the collector does not listen, see " + log, e);
        }
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public synchronized void kill() {
    if (process != null) {
      try {
        process.destroyForcibly().waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      process = null;
    }
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // this is that hook
    }
  }

  @Override
  public byte @Nullable [] exchange(byte[] head, byte[] body) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head);
      out.write(body);
      out.flush();
      InputStream in = socket.getInputStream();
      byte[] answerHead = HttpMessages.readHead(in);
      if (answerHead == null) {
        return null;
      }
      var answer = new ByteArrayOutputStream();
      answer.writeBytes(answerHead);
      answer.writeBytes(HttpMessages.readBody(in, HttpMessages.contentLength(answerHead)));
      return answer.toByteArray();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return "OpenTelemetry Collector " + program;
  }
}

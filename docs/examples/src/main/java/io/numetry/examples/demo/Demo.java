package io.numetry.examples.demo;

import io.numetry.examples.received.MetricTotals;
import io.numetry.examples.received.OtlpJsonFile;
import io.numetry.examples.received.OtlpReceiver;
import io.numetry.examples.reconcile.Reading;
import io.numetry.examples.reconcile.Reconciliation;
import io.numetry.examples.reconcile.Recorded;
import io.numetry.examples.reconcile.SeriesId;
import io.numetry.exporter.config.Destination;
import io.numetry.exporter.config.Destination.HostAndPort;
import io.numetry.exporter.config.Destination.UnixSocket;
import io.numetry.exporter.config.OtlpEndpoint;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.NumaTopology;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The demo: runs the gateway, sends its metrics over OTLP, and at the end holds what the cores
 * recorded against what was received. Exits with 0 if all is exact, 1 if not, 2 if it was asked for
 * what it cannot do.
 */
public final class Demo {
  /** How the names of the gateway's metrics begin. */
  static final String METRICS = "gateway.";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration FILE_PATIENCE = Duration.ofSeconds(5);
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final DemoOptions options;
  private final PrintStream out;
  private final GatewayRun run;

  Demo(DemoOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.run = new GatewayRun(options);
  }

  /** The command. */
  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(DemoOptions.USAGE);
      return;
    }
    int status;
    var over = new CountDownLatch(1);
    try {
      var demo = new Demo(parse(arguments), System.out);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(demo, over), "demo-stop"));
      status = demo.run();
    } catch (UsageException e) {
      System.err.println("demo: " + e.getMessage());
      status = 2;
    } finally {
      over.countDown();
    }
    System.exit(status);
  }

  /** Runs the gateway and prints; the last line is the verdict. */
  int run() throws UsageException, IOException, InterruptedException {
    NumaTopology topology = NumaSystem.system().topology();
    out.println("gateway on CPUs " + options.cpus() + " of " + topology);
    return options.endpoint().isPresent() ? sendTo(options.endpoint().get()) : sendToOwnReceiver();
  }

  private int sendToOwnReceiver() throws IOException, InterruptedException {
    var totals = new MetricTotals();
    try (var receiver = new OtlpReceiver(totals)) {
      out.println(
          "metrics every "
              + options.interval().toMillis()
              + " ms, "
              + options.temporality()
              + ", to this process's own receiver at "
              + receiver.endpoint());
      Recorded recorded = run.run(receiver.endpoint(), new LiveTable(totals, out, isTerminal()));
      if (receiver.refused() > 0) {
        out.println(receiver.refused() + " requests could not be decoded");
      }
      return report(Reconciliation.of(recorded.readings(), totals.startingWith(METRICS)));
    }
  }

  private int sendTo(String endpoint) throws UsageException, IOException, InterruptedException {
    OtlpEndpoint parsed = DemoOptions.endpoint("--endpoint", endpoint);
    requireListening(parsed);
    out.println(
        "metrics every "
            + options.interval().toMillis()
            + " ms, "
            + options.temporality()
            + ", to "
            + parsed);
    Recorded recorded = run.run(endpoint, seconds -> out.println("%4d s".formatted(seconds)));
    if (options.received().isPresent()) {
      return report(awaitReceived(recorded, options.received().get()));
    }
    Reconciliation unknown = Reconciliation.of(recorded.readings(), new TreeMap<>());
    out.println(
        "recorded "
            + unknown.recorded()
            + "; what the collector received is not known, name the file it writes with --received");
    return 0;
  }

  /** A collector writes some time after it has answered: looks until all is there. */
  private static Reconciliation awaitReceived(Recorded recorded, Path file)
      throws UsageException, IOException, InterruptedException {
    long deadline = System.nanoTime() + FILE_PATIENCE.toNanos();
    while (true) {
      if (Files.exists(file)) {
        SortedMap<SeriesId, Reading> received = OtlpJsonFile.read(file).startingWith(METRICS);
        var reconciliation = Reconciliation.of(recorded.readings(), received);
        if (reconciliation.isExact() || System.nanoTime() - deadline >= 0) {
          return reconciliation;
        }
      } else if (System.nanoTime() - deadline >= 0) {
        throw new UsageException("--received " + file + ": there is no such file");
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  private int report(Reconciliation reconciliation) {
    out.print(reconciliation.table());
    out.println(reconciliation.summary());
    return reconciliation.isExact() ? 0 : 1;
  }

  private static DemoOptions parse(String[] arguments) throws UsageException {
    return DemoOptions.parse(List.of(arguments), NumaSystem.system().topology().allowedCpus());
  }

  /** Connects, and closes again. */
  private static void connect(Destination destination) throws IOException {
    switch (destination) {
      case HostAndPort(String host, int port) -> {
        try (var socket = new Socket()) {
          socket.connect(new InetSocketAddress(host, port), (int) CONNECT_TIMEOUT.toMillis());
        }
      }
      case UnixSocket(Path path) -> SocketChannel.open(UnixDomainSocketAddress.of(path)).close();
    }
  }

  private static void requireListening(OtlpEndpoint endpoint) throws UsageException {
    try {
      connect(endpoint.destination());
    } catch (IOException e) {
      throw new UsageException(
          "--endpoint "
              + endpoint
              + " cannot be reached ("
              + e.getMessage()
              + "); start the collector first, or leave --endpoint out");
    }
  }

  /** Control-C: the gateway ends early, and still reconciles. */
  private static void interrupt(Demo demo, CountDownLatch over) {
    demo.run.stop();
    try {
      if (!over.await(90, TimeUnit.SECONDS)) {
        System.err.println("demo: did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("SystemConsoleNull") // which is said of JDK 22 to 24 only
  private static boolean isTerminal() {
    @Nullable Console console = System.console();
    return console != null && console.isTerminal();
  }
}

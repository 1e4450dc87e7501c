package io.numetry.aggregate;

import io.numetry.attribute.Attributes;
import io.numetry.core.TelemetryCore;
import io.numetry.host.NodeFiles;
import io.numetry.host.NodeMeminfo;
import io.numetry.host.NumaStat;
import io.numetry.numa.proc.ProcStat;
import io.numetry.numa.proc.ProcStatus;
import io.numetry.numa.proc.ProcessReader;
import io.numetry.numa.proc.ThreadReader;
import io.numetry.registry.CoreIdentity;
import io.numetry.schema.ReservedKeys;
import io.numetry.self.CpuMode;
import io.numetry.self.FaultType;
import io.numetry.self.NodeMetricsSet;
import io.numetry.self.ProcessMetricsSet;
import io.numetry.self.SwitchType;
import io.numetry.self.ThreadMetricsSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel keeps of a node's cores' threads, of the node and of the process, taken into the
 * aggregator's own metric sets. What the kernel does not tell stays silent, and is logged once.
 *
 * <p>Owners are never interrupted: everything is read from the kernel's files. Reading allocates,
 * unlike the rest of a collection; it is off by default.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class HostMetrics {
  static final Path ROOT = Path.of("/");

  private static final System.Logger LOG = System.getLogger(HostMetrics.class.getName());

  private final Path root;
  private final int node;
  private final long periodNanos;
  private final TelemetryCore ownCore;
  private final List<WatchedThread> threads = new ArrayList<>();
  private final NodeFiles nodeFiles;
  private final NodeMetricsSet nodeMetrics;
  private final ProcessReader process;
  private final @Nullable ProcessMetricsSet processMetrics;
  private final Set<String> told = new HashSet<>();
  private boolean everRead;
  private long lastNanoTime;

  /** A core's thread, until the core is finished. */
  private record WatchedThread(CoreDrain core, ThreadReader reader, ThreadMetricsSet metrics) {

    /** True of a core that the same thread opened under the same name after this one's end. */
    boolean isSame(CoreIdentity later) {
      CoreIdentity identity = core.identity();
      return identity.owner() == later.owner() && identity.name().equals(later.name());
    }
  }

  /**
   * @param root the folder that proc and sys are in
   * @param readsProcess true on one node of the process
   * @param ownCore the aggregator's own core
   */
  HostMetrics(Path root, int node, boolean readsProcess, long periodNanos, TelemetryCore ownCore) {
    this.root = root;
    this.node = node;
    this.periodNanos = periodNanos;
    this.ownCore = ownCore;
    this.nodeFiles = new NodeFiles(root, node);
    this.nodeMetrics = ownCore.register(NodeMetricsSet.TYPE);
    this.process = new ProcessReader(root);
    this.processMetrics = readsProcess ? ownCore.register(ProcessMetricsSet.TYPE) : null;
  }

  void watch(CoreDrain core) {
    CoreIdentity identity = core.identity();
    if (identity.kernelThread().isEmpty()) {
      tellSilent("thread numbers");
      return;
    }
    for (int i = 0; i < threads.size(); i++) {
      WatchedThread former = threads.get(i);
      if (former.isSame(identity)) {
        // The thread goes on counting where it was: a second registration would count it twice.
        threads.set(i, new WatchedThread(core, former.reader(), former.metrics()));
        return;
      }
    }
    ThreadMetricsSet metrics =
        ownCore.register(
            ThreadMetricsSet.TYPE, Attributes.of(ReservedKeys.CORE_NAME, identity.name()));
    var reader = new ThreadReader(root, identity.kernelThread().getAsInt());
    threads.add(new WatchedThread(core, reader, metrics));
  }

  /** Reads everything, unless the last time was less than a period ago. */
  void readIfDue() {
    threads.removeIf(
        thread -> {
          boolean finished = thread.core().isFinished();
          if (finished) {
            thread.metrics().close();
          }
          return finished;
        });
    long nowNanoTime = System.nanoTime();
    if (everRead && nowNanoTime - lastNanoTime < periodNanos) {
      return;
    }
    everRead = true;
    lastNanoTime = nowNanoTime;
    threads.forEach(this::readThread);
    readNode();
    if (processMetrics != null) {
      readProcess(processMetrics);
    }
  }

  private void readThread(WatchedThread thread) {
    Optional<ProcStat> stat = thread.reader().stat();
    if (stat.isEmpty()) {
      if (thread.core().identity().owner().isAlive()) {
        tellSilent("threads' stat");
      }
      return; // ended; its number may be another thread's by now
    }
    readThread(stat.get(), thread.metrics());
    Optional<ProcStatus> status = thread.reader().status();
    if (status.isPresent()) {
      readSwitches(status.get(), thread.metrics());
    } else {
      tellSilent("threads' status");
    }
    take("threads' migrations", thread.reader().migrations(), thread.metrics()::observeMigrations);
  }

  private void readThread(ProcStat stat, ThreadMetricsSet metrics) {
    take(
        "threads' user time",
        stat.userSeconds(),
        seconds -> metrics.observeCpuTime(CpuMode.USER, seconds));
    take(
        "threads' system time",
        stat.systemSeconds(),
        seconds -> metrics.observeCpuTime(CpuMode.SYSTEM, seconds));
    take(
        "threads' minor faults",
        stat.minorFaults(),
        faults -> metrics.observePageFaults(FaultType.MINOR, faults));
    take(
        "threads' major faults",
        stat.majorFaults(),
        faults -> metrics.observePageFaults(FaultType.MAJOR, faults));
    take("threads' last CPU", stat.lastCpu(), metrics::setLastCpu);
  }

  private void readSwitches(ProcStatus status, ThreadMetricsSet metrics) {
    take(
        "threads' voluntary switches",
        status.voluntarySwitches(),
        switches -> metrics.observeContextSwitches(SwitchType.VOLUNTARY, switches));
    take(
        "threads' involuntary switches",
        status.involuntarySwitches(),
        switches -> metrics.observeContextSwitches(SwitchType.INVOLUNTARY, switches));
  }

  private void readProcess(ProcessMetricsSet metrics) {
    process
        .stat()
        .ifPresentOrElse(
            stat -> readProcess(stat, metrics), () -> tellSilent("the process's stat"));
    process
        .status()
        .ifPresentOrElse(
            status -> readProcess(status, metrics), () -> tellSilent("the process's status"));
    take("open descriptors", process.openDescriptors(), metrics::setOpenDescriptors);
  }

  private void readProcess(ProcStat stat, ProcessMetricsSet metrics) {
    take(
        "the process's user time",
        stat.userSeconds(),
        seconds -> metrics.observeCpuTime(CpuMode.USER, seconds));
    take(
        "the process's system time",
        stat.systemSeconds(),
        seconds -> metrics.observeCpuTime(CpuMode.SYSTEM, seconds));
    take(
        "the process's minor faults",
        stat.minorFaults(),
        faults -> metrics.observePageFaults(FaultType.MINOR, faults));
    take(
        "the process's major faults",
        stat.majorFaults(),
        faults -> metrics.observePageFaults(FaultType.MAJOR, faults));
  }

  private void readProcess(ProcStatus status, ProcessMetricsSet metrics) {
    take("resident memory", status.residentBytes(), metrics::setResidentMemory);
    take("peak of resident memory", status.peakResidentBytes(), metrics::setPeakResidentMemory);
    take("virtual memory", status.virtualBytes(), metrics::setVirtualMemory);
    take("the number of threads", status.threads(), metrics::setThreads);
  }

  private void readNode() {
    nodeFiles.numaStat().ifPresentOrElse(this::readPages, () -> tellSilent("the node's numastat"));
    nodeFiles.meminfo().ifPresentOrElse(this::readMemory, () -> tellSilent("the node's meminfo"));
  }

  private void readPages(NumaStat pages) {
    take("numa_hit", pages.hits(), nodeMetrics::observeHits);
    take("numa_miss", pages.misses(), nodeMetrics::observeMisses);
    take("numa_foreign", pages.foreign(), nodeMetrics::observeForeign);
    take("local_node", pages.local(), nodeMetrics::observeLocal);
    take("other_node", pages.other(), nodeMetrics::observeOther);
  }

  private void readMemory(NodeMeminfo memory) {
    take("the node's MemTotal", memory.totalBytes(), nodeMetrics::setTotalMemory);
    take("the node's MemFree", memory.freeBytes(), nodeMetrics::setFreeMemory);
  }

  private void take(String what, OptionalLong figure, LongConsumer instrument) {
    if (figure.isPresent()) {
      instrument.accept(figure.getAsLong());
    } else {
      tellSilent(what);
    }
  }

  private void take(String what, OptionalDouble figure, DoubleConsumer instrument) {
    if (figure.isPresent()) {
      instrument.accept(figure.getAsDouble());
    } else {
      tellSilent(what);
    }
  }

  /** One message for each kind of figure, however many threads there are. */
  private void tellSilent(String what) {
    if (told.add(what)) {
      LOG.log(
          System.Logger.Level.INFO,
          "host metrics of node {0}: the kernel does not tell {1}, which stays silent",
          node,
          what);
    }
  }
}

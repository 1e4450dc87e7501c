package io.numetry.placement;

import io.numetry.numa.CpuSet;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.PlacementException;
import io.numetry.numa.ThreadPin;
import io.numetry.numa.doctor.PlacementReport;
import io.numetry.numa.placed.PlacedProcess;
import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.RangeState;
import io.numetry.numa.placed.ThreadRole;
import io.numetry.numa.placed.ThreadState;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.placement.PlannedCore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The placement of one telemetry: puts its threads where the plan or the user says, gives out
 * memory, and knows of both for as long as they are in use.
 *
 * <p>Threads: any. Those who are placed are the callers themselves.
 */
public final class Placement implements AutoCloseable {
  static final Path ROOT = Path.of("/");

  private final NumaSystem numa;
  private final PlacementOptions options;
  private final PlannedCores plannedCores;
  private final PinnedCpus pinnedCpus;
  private final Refusals refusals = new Refusals();
  private final ThreadRegister threads;
  private final MemoryRegister memory;
  private final @Nullable PlacementPublisher publisher;
  private final Map<Integer, NodePlacement> nodes = new ConcurrentHashMap<>();

  /**
   * Writes the file at once, if there is to be one.
   *
   * @throws IllegalArgumentException if the file cannot be written
   */
  public Placement(NumaSystem numa, PlacementOptions options) {
    this.numa = numa;
    this.options = options;
    this.plannedCores = new PlannedCores(options.plan());
    this.pinnedCpus = new PinnedCpus(options.plan());
    this.publisher =
        options.file().isPresent()
            ? PlacementPublisher.open(options.file().get(), this::process)
            : null;
    Runnable changed = publisher == null ? () -> {} : publisher::changed;
    this.threads = new ThreadRegister(changed);
    this.memory = new MemoryRegister(numa, changed);
    if (publisher != null) {
      publisher.writeFirst();
    }
  }

  /** Where everything is to be; empty if nothing was asked for. */
  public Optional<PlacementPlan> plan() {
    return options.plan();
  }

  /**
   * Puts the calling thread where a core is to be.
   *
   * @param name of the core
   * @throws PlacementException if it cannot be there, or there is no plan, and that is strict
   * @throws IllegalStateException if that core of the plan is taken
   * @throws IllegalArgumentException if the plan has no such core
   */
  public ThreadPlace placeCore(String name, CorePlace place) {
    threads.removeDead();
    return switch (place) {
      case CorePlace.Floating floating -> {
        int node = currentNode();
        yield register(ThreadRole.CORE, name, CpuSet.of(), OptionalInt.of(node), node, null, -1);
      }
      case CorePlace.Pinned pinned -> {
        CpuSet cpus = CpuSet.of(pinned.cpu());
        ThreadPin pin = pin(PlacementSubject.CORES, ThreadRole.CORE, name, cpus);
        int index = plannedCores.takeCpu(pinned.cpu(), name).orElse(-1);
        int node =
            pin == null
                ? currentNode()
                : numa.topology().nodeOfCpu(pinned.cpu()).orElseGet(this::currentNode);
        yield register(ThreadRole.CORE, name, cpus, OptionalInt.of(node), node, pin, index);
      }
      case CorePlace.Planned planned -> placePlanned(name, planned.index());
    };
  }

  private ThreadPlace placePlanned(String name, OptionalInt index) {
    PlannedCore core;
    try {
      core = plannedCores.take(index, name);
    } catch (PlacementException e) {
      if (options.isStrict(PlacementSubject.CORES)) {
        throw e;
      }
      refusals.add(who(ThreadRole.CORE, name), e);
      int node = currentNode();
      return register(ThreadRole.CORE, name, CpuSet.of(), OptionalInt.of(node), node, null, -1);
    }
    CpuSet cpus = CpuSet.of(core.cpu());
    try {
      ThreadPin pin = pin(PlacementSubject.CORES, ThreadRole.CORE, name, cpus);
      int node = pin == null ? currentNode() : core.node();
      return register(ThreadRole.CORE, name, cpus, OptionalInt.of(node), node, pin, core.index());
    } catch (PlacementException e) {
      plannedCores.giveBack(core.index());
      throw e;
    }
  }

  /**
   * Puts the calling thread where threads that send and receive are to be.
   *
   * @throws PlacementException if it cannot be there, and that is strict
   */
  public ThreadPlace placeNetwork(String name) {
    CpuSet cpus = options.plan().map(plan -> plan.network().cpus()).orElse(CpuSet.of());
    ThreadPin pin =
        cpus.isEmpty() ? null : pin(PlacementSubject.NETWORK, ThreadRole.NETWORK, name, cpus);
    return register(ThreadRole.NETWORK, name, cpus, OptionalInt.empty(), currentNode(), pin, -1);
  }

  /** What a node's aggregator has to do with placement. */
  public NodePlacement node(int node) {
    return nodes.computeIfAbsent(node, id -> new NodePlacement(id, this));
  }

  /** The kernel's number of the calling thread; empty if this platform cannot tell. */
  public OptionalInt currentKernelThread() {
    return numa.currentKernelThread();
  }

  /** Memory for the bank of a core. */
  public NodeMemory reserveBank(int node, long bytes, MemoryTag tag, String core) {
    return memory.reserve(
        node, bytes, tag, options.bankMemory(), core, options.isStrict(PlacementSubject.MEMORY));
  }

  /**
   * Looks where everything is, by asking the kernel. Costs system calls and reads files; so it is
   * not for a thread that records.
   */
  public PlacementReport report() {
    List<ThreadState> threadStates = threadStates(thread -> true);
    List<RangeState> rangeStates = memory.states(range -> true);
    nodes.values().forEach(node -> node.took(threadStates, rangeStates));
    return new Reports(numa, options, memory, refusals).of(threadStates, rangeStates);
  }

  /** Ends the account: removes the file. */
  @Override
  public void close() {
    if (publisher != null) {
      publisher.close();
    }
  }

  /** Brings the file up to date, if there is one. */
  public void publish() {
    if (publisher != null) {
      publisher.publish();
    }
  }

  PlacementOptions options() {
    return options;
  }

  NumaSystem numa() {
    return numa;
  }

  MemoryRegister memory() {
    return memory;
  }

  PinnedCpus pinnedCpus() {
    return pinnedCpus;
  }

  Refusals refusals() {
    return refusals;
  }

  List<ThreadState> threadStates(Predicate<PlacedThread> which) {
    return threads.states(ROOT, which);
  }

  /** The node that a thread is told of with; one that serves all, with the lowest. */
  int nodeOf(PlacedThread thread) {
    return thread.wantedNode().orElseGet(() -> Collections.min(nodes.keySet()));
  }

  /**
   * Pins the calling thread.
   *
   * @return null if that was refused and is put up with
   */
  @Nullable ThreadPin pin(PlacementSubject subject, ThreadRole role, String name, CpuSet cpus) {
    try {
      return numa.pinCurrentThread(cpus);
    } catch (PlacementException e) {
      if (options.isStrict(subject)) {
        throw new PlacementException(who(role, name) + ": " + e.getMessage());
      }
      refusals.add(who(role, name), e);
      return null;
    }
  }

  static String who(ThreadRole role, String name) {
    return role.word() + " " + name;
  }

  /**
   * @param planned the index of the plan's core that the thread has; negative for none
   */
  ThreadPlace register(
      ThreadRole role,
      String name,
      CpuSet wanted,
      OptionalInt servedNode,
      int memoryNode,
      @Nullable ThreadPin pin,
      int planned) {
    Thread thread = Thread.currentThread();
    CpuSet taken = pin != null && role == ThreadRole.CORE ? pin.cpus() : CpuSet.of();
    Runnable giveBack =
        () -> {
          pinnedCpus.remove(taken);
          refusals.forget(who(role, name));
          if (planned >= 0) {
            plannedCores.giveBack(planned);
          }
        };
    pinnedCpus.add(taken);
    OptionalInt number = numa.currentKernelThread();
    Optional<PlacedThread> placed =
        number.isPresent()
            ? Optional.of(PlacedThread.now(ROOT, role, name, number.getAsInt(), wanted, servedNode))
            : Optional.empty();
    var entry = new ThreadRegister.Entry(thread, placed, giveBack);
    threads.add(entry);
    return new ThreadPlace(
        memoryNode,
        taken.isEmpty() ? OptionalInt.empty() : OptionalInt.of(taken.first()),
        pin,
        () -> {
          threads.remove(entry);
          giveBack.run();
        });
  }

  private PlacedProcess process() {
    return PlacedProcess.ofThis(ROOT, threads.placed(), memory.ranges());
  }

  int currentNode() {
    int node = numa.currentNode();
    return node < 0 ? numa.topology().nodes().getFirst().id() : node;
  }
}

package io.numetry.numa;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Linux, with libnuma or without. */
final class LinuxNumaSystem implements NumaSystem {

  private static final int UNKNOWN_NODE = -1;

  private final LinuxLibraries libraries;
  private final Affinity affinity;
  private final NumaTopology topology;
  private final NodeBinding binding;
  private final NodeMapper mapper;
  private final Degradation degradation;

  /**
   * @param binder null if memory cannot be bound; the degradation knows why
   * @param locator null if pages cannot be asked for
   */
  LinuxNumaSystem(
      LinuxLibraries libraries,
      NumaTopology topology,
      @Nullable NodeBinder binder,
      @Nullable PageLocator locator,
      Degradation degradation) {
    this.libraries = libraries;
    this.affinity = new Affinity(libraries);
    this.topology = topology;
    this.binding = new NodeBinding(topology, binder, degradation);
    this.mapper = new NodeMapper(libraries, binding, HugePageSupport.OF_HOST, locator, degradation);
    this.degradation = degradation;
  }

  @Override
  public boolean bindsMemory() {
    return binding.possible();
  }

  @Override
  public Optional<String> degradedReason() {
    return degradation.reason();
  }

  @Override
  public NumaTopology topology() {
    return topology;
  }

  @Override
  public int currentCpu() {
    return libraries.libc().sched_getcpu();
  }

  @Override
  public int currentNode() {
    return topology.nodes().size() == 1
        ? topology.nodes().getFirst().id()
        : topology.nodeOfCpu(currentCpu()).orElse(UNKNOWN_NODE);
  }

  @Override
  public OptionalInt currentKernelThread() {
    try {
      return OptionalInt.of(libraries.libc().gettid());
    } catch (UnsatisfiedLinkError e) {
      return OptionalInt.empty(); // glibc before 2.30
    }
  }

  @Override
  public CpuSet currentAffinity() {
    return affinity.ofCallingThread();
  }

  @Override
  public ThreadPin pinCurrentThread(CpuSet cpus) {
    return LinuxThreadPin.pinCurrentThread(affinity, topology, cpus);
  }

  @Override
  public NodeMemory reserve(int node, long bytes, MemoryTag tag) {
    return reserve(node, bytes, tag, MemoryOptions.NONE);
  }

  @Override
  public NodeMemory reserve(int node, long bytes, MemoryTag tag, MemoryOptions options) {
    return mapper.map(topology.node("reserve", node), bytes, tag, options);
  }
}

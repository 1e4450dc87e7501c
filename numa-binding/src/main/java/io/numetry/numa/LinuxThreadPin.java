package io.numetry.numa;

/** A pinned thread, and the CPUs it had before. */
final class LinuxThreadPin implements ThreadPin {

  private final Affinity affinity;
  private final CpuSet cpus;
  private final CpuSet formerCpus;
  private final Thread pinnedThread = Thread.currentThread();

  /** Of the pinned thread alone. */
  private boolean closed;

  private LinuxThreadPin(Affinity affinity, CpuSet cpus, CpuSet formerCpus) {
    this.affinity = affinity;
    this.cpus = cpus;
    this.formerCpus = formerCpus;
  }

  static LinuxThreadPin pinCurrentThread(Affinity affinity, NumaTopology topology, CpuSet cpus) {
    checkThread(Thread.currentThread());
    checkCpus(cpus, topology);
    CpuSet formerCpus = affinity.ofCallingThread();
    affinity.setCallingThread("pin", cpus);
    LinuxThreadPin pin = new LinuxThreadPin(affinity, cpus, formerCpus);
    // Where a cpuset has become narrower since start, the kernel takes away what is outside of it
    // and reports success.
    CpuSet confirmedCpus = affinity.ofCallingThread();
    if (!confirmedCpus.equals(cpus)) {
      pin.close();
      throw new PlacementException(
          "pin: the kernel gave cpus="
              + confirmedCpus
              + " instead of cpus="
              + cpus
              + "; see that cpuset.cpus allows them");
    }
    return pin;
  }

  private static void checkThread(Thread thread) {
    if (thread.isVirtual()) {
      throw new PlacementException(
          "pin: thread=" + thread.getName() + " is virtual, pin a platform thread");
    }
  }

  private static void checkCpus(CpuSet cpus, NumaTopology topology) {
    CpuSet allowed = topology.pinnableCpus();
    if (cpus.isEmpty()) {
      throw new PlacementException("pin: cpus is empty, name at least one of allowed=" + allowed);
    }
    CpuSet absent = cpus.minus(topology.presentCpus());
    if (!absent.isEmpty()) {
      throw new PlacementException("pin: cpu=" + absent + " does not exist, allowed=" + allowed);
    }
    CpuSet refused = cpus.minus(allowed);
    if (!refused.isEmpty()) {
      throw new PlacementException(
          "pin: cpu=" + refused + " is offline or not allowed to this process, allowed=" + allowed);
    }
  }

  @Override
  public CpuSet cpus() {
    return cpus;
  }

  @Override
  public void close() {
    Thread caller = Thread.currentThread();
    if (caller.threadId() != pinnedThread.threadId()) {
      throw new IllegalStateException(
          "unpin: thread="
              + caller.getName()
              + " is not the pinned thread="
              + pinnedThread.getName()
              + ", close the pin there");
    }
    if (!closed) {
      affinity.setCallingThread("unpin", formerCpus);
      closed = true;
    }
  }
}

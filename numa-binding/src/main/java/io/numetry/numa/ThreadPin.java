package io.numetry.numa;

/**
 * A thread's pinning; closing it, on the same thread, gives back the CPUs the thread had before.
 */
public interface ThreadPin extends AutoCloseable {

  /** The CPUs the kernel confirmed. */
  CpuSet cpus();

  /**
   * Restores the former affinity. Later calls do nothing.
   *
   * @throws IllegalStateException if called from another thread than the pinned one
   */
  @Override
  void close();
}

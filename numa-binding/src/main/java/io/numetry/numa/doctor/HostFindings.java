package io.numetry.numa.doctor;

import io.numetry.numa.CpuSet;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at everything that is known to disturb pinned threads and local memory. Changes nothing.
 * What a host does not tell is found to be unknown.
 */
public final class HostFindings {

  private HostFindings() {}

  /**
   * For a process that may use any CPU it can have.
   *
   * @param root the one that the host was read from, "/" or a tree that stands in for it
   */
  public static List<Finding> of(HostTopology host, Path root) {
    return of(host, root, host.pinnableCpus(), false);
  }

  /** As {@link #of(HostTopology, Path)}, for the CPUs that a plan gives to cores. */
  public static List<Finding> of(HostTopology host, Path root, PlacementPlan plan) {
    return of(host, root, plan.coreCpus(), true);
  }

  /**
   * What this process may do with libnuma and the kernel. Reserves and touches a little memory on
   * each node, and gives it back.
   */
  public static List<Finding> ofProcess(NumaSystem system) {
    return new ProcessFindings(system).all();
  }

  private static List<Finding> of(HostTopology host, Path root, CpuSet inUse, boolean planned) {
    KernelFiles files = new KernelFiles(root);
    List<Finding> all = new ArrayList<>();
    all.addAll(new CpuFindings(host, files, inUse, planned).all());
    all.addAll(new GroupFindings(root, files).all());
    all.addAll(new MemoryFindings(host, files, inUse).all());
    for (String remark : host.remarks()) {
      all.add(Finding.note("odd files", remark, ""));
    }
    return List.copyOf(all);
  }
}

package io.numetry.bench.support.measure;

import io.numetry.numa.CpuSet;
import io.numetry.numa.topology.HostTopology;
import io.numetry.numa.topology.LogicalCpu;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where an owner that is measured runs, and where everything else does.
 *
 * @param owner a CPU
 * @param elsewhere CPUs of other physical cores, one at least
 */
public record OwnerPlace(int owner, CpuSet elsewhere) {

  /**
   * Chooses for a host: an isolated CPU, or the highest one.
   *
   * @return empty if there is no second physical core
   */
  public static Optional<OwnerPlace> of(HostTopology host) {
    CpuSet quiet = host.quietCpus();
    return IntStream.of(host.pinnableCpus().toArray())
        .boxed()
        .max(Comparator.comparing((Integer cpu) -> quiet.contains(cpu)).thenComparing(c -> c))
        .flatMap(owner -> beside(host, owner));
  }

  private static Optional<OwnerPlace> beside(HostTopology host, int owner) {
    CpuSet siblings =
        host.cpu(owner).flatMap(LogicalCpu::siblings).orElseGet(() -> CpuSet.of(owner));
    CpuSet others = host.pinnableCpus().minus(siblings);
    CpuSet loud = others.minus(host.quietCpus());
    CpuSet elsewhere = loud.isEmpty() ? others : loud;
    return elsewhere.isEmpty() ? Optional.empty() : Optional.of(new OwnerPlace(owner, elsewhere));
  }

  /** In words. */
  public String text() {
    return "owner on CPU " + owner + ", everything else on " + elsewhere;
  }
}

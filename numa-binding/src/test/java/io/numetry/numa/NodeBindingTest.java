package io.numetry.numa;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Which node's memory a range gets where its own node has none. */
@ExtendWith(LedgerBalance.class)
final class NodeBindingTest {

  private static final MemoryTag TAG = new MemoryTag("test");

  @TempDir private Path root;
  private final FakeLibNuma libnuma = new FakeLibNuma();

  private NumaSystem system(NumaTopology topology) {
    NodeBinder binder = new NodeBinder(libnuma, HostLibraries.REAL);
    return new LinuxNumaSystem(HostLibraries.REAL, topology, binder, null, new Degradation());
  }

  private NumaSystem system(Hosts host) {
    return system(NumaTopology.of(HostTopology.read(host.write(root).root())));
  }

  @Test
  void shouldFallBackToTheNearestMemoryByDistanceAndSaySoOnce() {
    NumaSystem system = system(Hosts.CPU_ONLY_NODE);
    assertThat(system.topology().node(1).hasMemory()).isFalse();

    try (Warnings warnings = new Warnings();
        NodeMemory first = system.reserve(1, 1, TAG);
        NodeMemory second = system.reserve(1, 1, TAG)) {
      assertThat(first.node()).as("the node asked for").isEqualTo(1);
      assertThat(first.bound()).as("not to that one").isFalse();
      assertThat(first.memoryNode()).hasValue(2);
      assertThat(second.memoryNode()).hasValue(2);
      assertThat(libnuma.call).contains(", 2, [4], 65, 0)");
      assertThat(warnings.texts())
          .containsExactly(
              "NUMA placement is less than full. reserve: node=1 has no memory, it comes from"
                  + " node=2, the nearest with memory, distance=12");
    }
    assertThat(system.bindsMemory()).as("other nodes are none the worse").isTrue();
    try (NodeMemory own = system.reserve(0, 1, TAG)) {
      assertThat(own.bound()).isTrue();
      assertThat(own.memoryNode()).hasValue(0);
    }
  }

  @Test
  void shouldFallBackWhereANodesMemoryIsNotAllowed() {
    NumaSystem system = system(Hosts.CGROUP_V2);
    assertThat(system.topology().node(1).hasMemory()).as("cut to what is allowed").isFalse();

    try (NodeMemory memory = system.reserve(1, 1, TAG)) {
      assertThat(memory.memoryNode()).hasValue(0);
    }
    assertThat(system.degradedReason())
        .hasValue(
            "reserve: node=1 has memory that this process may not use,"
                + " /sys/fs/cgroup/cpuset.mems.effective=0, it comes from node=0, the nearest with"
                + " memory, distance=21");
  }

  @Test
  void shouldTakeTheFirstMemoryWhereDistancesAreNotKnown() {
    NumaSystem system =
        system(
            NumaTopology.of(
                new NumaNode(0, CpuSet.of(0), false),
                new NumaNode(1, CpuSet.of(1), true),
                new NumaNode(2, CpuSet.of(2), true)));

    try (NodeMemory memory = system.reserve(0, 1, TAG)) {
      assertThat(memory.memoryNode()).hasValue(1);
    }
    assertThat(system.degradedReason())
        .hasValue(
            "reserve: node=0 has no memory, it comes from node=1, the first with memory; distances"
                + " are not known");
  }

  @Test
  void shouldLeaveItToTheKernelWhereNoNodeHasMemory() {
    NumaSystem system = system(NumaTopology.of(new NumaNode(0, CpuSet.of(0), false)));

    try (NodeMemory memory = system.reserve(0, 1, TAG)) {
      assertThat(memory.memoryNode()).isEmpty();
      assertThat(memory.bound()).isFalse();
    }
    assertThat(libnuma.call).isEmpty();
    assertThat(system.degradedReason())
        .hasValue("reserve: node=0 has no memory, the kernel chooses where it comes from");
  }

  @Test
  void shouldStandInForThisHost() {
    Path tree = Hosts.EPYC_NPS4.write(root).root();
    NumaSystem system =
        NumaSystems.load("Linux", "amd64", NumaSystems.DEFAULT_LIBRARY, tree.toString());

    assertThat(system.topology().nodes()).hasSize(4);
    assertThat(system.topology().allowedCpus()).hasToString("0-63");
    assertThat(system.bindsMemory()).isFalse();
    assertThat(system.degradedReason())
        .hasValue(
            "topology: numetry.numa.sysfs.root="
                + tree
                + " stands in for this host, memory is not bound; unset it to place for real");
    try (NodeMemory memory = system.reserve(3, 1, TAG)) {
      assertThat(memory.bound()).isFalse();
    }
    assertThat(
            NumaSystems.load("Linux", "amd64", NumaSystems.DEFAULT_LIBRARY, " ")
                .topology()
                .presentCpus())
        .as("blank is unset")
        .isEqualTo(NumaSystem.system().topology().presentCpus());
  }
}

package io.numetry.numa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.numa.topology.HostTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NumaTopologyTest {

  @TempDir private Path root;

  private NumaTopology read(CpuSet allowedCpus) {
    return NumaTopology.of(HostTopology.read(root, allowedCpus));
  }

  @Test
  void shouldReadOneNode() throws IOException {
    host("0-1", "0", "0");
    node(0, "0-1");

    NumaTopology topology = read(CpuSet.parse("0-1"));

    assertThat(topology.nodes()).containsExactly(new NumaNode(0, CpuSet.of(0, 1), true));
    assertThat(topology.flatBecause()).isEmpty();
  }

  @Test
  void shouldReadTwoNodes() throws IOException {
    host("0-3", "0-1", "0-1");
    node(0, "0,2");
    node(1, "1,3");

    NumaTopology topology = read(CpuSet.parse("0-3"));

    assertThat(topology.nodes())
        .containsExactly(
            new NumaNode(0, CpuSet.of(0, 2), true), new NumaNode(1, CpuSet.of(1, 3), true));
    assertThat(topology.nodeOfCpu(2)).hasValue(0);
    assertThat(topology.nodeOfCpu(3)).hasValue(1);
    assertThat(topology.nodeOfCpu(4)).isEmpty();
    assertThat(topology.nodeOfCpu(-1)).isEmpty();
    assertThat(topology.node(1).cpus()).hasToString("1,3");
    assertThat(topology).hasToString("node0=0,2 node1=1,3");
  }

  @Test
  void shouldLeaveOutWhatThisProcessMayNotUse() throws IOException {
    host("0-4", "0-1", "0-1");
    node(0, "0-1");
    node(1, "2-3");

    NumaTopology topology = read(CpuSet.of(1));

    assertThat(topology.nodes())
        .containsExactly(new NumaNode(0, CpuSet.of(1), true), new NumaNode(1, CpuSet.of(), true));
    assertThat(topology.allowedCpus()).hasToString("1");
    assertThat(topology.presentCpus()).hasToString("0-4");
    assertThat(topology.nodeOfCpu(3)).as("a CPU not allowed still has its node").hasValue(1);
    assertThat(topology).hasToString("node0=1 node1=none");
  }

  @Test
  void shouldKeepTheKernelsNumbersWhereTheyHaveAGap() throws IOException {
    host("0-3", "0,2", "0,2");
    node(0, "0-1");
    node(2, "2-3");

    NumaTopology topology = read(CpuSet.parse("0-3"));

    assertThat(topology.nodes()).extracting(NumaNode::id).containsExactly(0, 2);
    assertThat(topology.nodeOfCpu(2)).hasValue(2);
    assertThatThrownBy(() -> topology.node(1))
        .isInstanceOf(PlacementException.class)
        .hasMessage("topology: node=1 does not exist, nodes=0,2");
  }

  @Test
  void shouldReadANodeOfMemoryAlone() throws IOException {
    host("0-1", "0-1", "0-1");
    node(0, "0-1");
    node(1, "");

    NumaTopology topology = read(CpuSet.parse("0-1"));

    assertThat(topology.node(1)).isEqualTo(new NumaNode(1, CpuSet.of(), true));
  }

  @Test
  void shouldReadANodeOfCpusAlone() throws IOException {
    host("0-1", "0-1", "0");
    node(0, "0");
    node(1, "1");

    NumaTopology topology = read(CpuSet.parse("0-1"));

    assertThat(topology.node(1)).isEqualTo(new NumaNode(1, CpuSet.of(1), false));
  }

  @Test
  void shouldTakeTheFirstOfSeveralNodesThatListACpu() throws IOException {
    host("0-1", "0-1", "0-1");
    node(0, "0-1");
    node(1, "0-1");

    NumaTopology topology = read(CpuSet.parse("0-1"));

    assertThat(topology.nodeOfCpu(1)).hasValue(0);
  }

  @Test
  void shouldAssumeOneNodeWhereSysfsHasNone() throws IOException {
    write("devices/system/cpu/present", "0-3");

    NumaTopology topology = read(CpuSet.of(1, 2));

    assertThat(topology.nodes()).containsExactly(new NumaNode(0, CpuSet.of(1, 2), true));
    assertThat(topology.nodeOfCpu(3)).hasValue(0);
    assertThat(topology.flatBecause())
        .hasValue(
            "topology: cannot read a list from file="
                + root.resolve("sys/devices/system/node/online")
                + ", one node 0 is assumed");
  }

  @Test
  void shouldAssumeOneNodeWhereSysfsIsNotThereAtAll() {
    NumaTopology topology = NumaTopology.of(HostTopology.read(root.resolve("none"), CpuSet.of(5)));

    assertThat(topology.nodes()).containsExactly(new NumaNode(0, CpuSet.of(5), true));
    assertThat(topology.presentCpus()).hasToString("5");
    assertThat(topology.nodeOfCpu(5)).isEqualTo(OptionalInt.of(0));
    assertThat(topology.flatBecause()).isPresent();
  }

  @Test
  void shouldAssumeOneNodeWhereNodesHaveNoneOfTheCpus() throws IOException {
    host("0-1", "0", "0");
    node(0, "");

    NumaTopology topology = read(CpuSet.parse("0-1"));

    assertThat(topology.nodes()).containsExactly(new NumaNode(0, CpuSet.of(0, 1), true));
    assertThat(topology.flatBecause())
        .hasValue("topology: none of cpus=0-1 belongs to a node, one node 0 is assumed");
  }

  @Test
  void shouldAssumeOneNodeWhereSysfsIsDamaged() throws IOException {
    host("0-1", "0", "0");
    node(0, "zero");

    assertThat(read(CpuSet.of(0)).flatBecause())
        .hasValue(
            "topology: cannot read a list from file="
                + root.resolve("sys/devices/system/node/node0/cpulist")
                + ", one node 0 is assumed");
  }

  @Test
  void shouldBeMadeByHand() {
    NumaTopology topology =
        NumaTopology.of(
            new NumaNode(1, CpuSet.of(2, 3), true), new NumaNode(0, CpuSet.of(0, 1), true));

    assertThat(topology.nodes()).extracting(NumaNode::id).containsExactly(0, 1);
    assertThat(topology.allowedCpus()).hasToString("0-3");
    assertThat(topology.nodeOfCpu(3)).hasValue(1);
    assertThatThrownBy(NumaTopology::of)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("topology: nodes=[], name at least one, and each once");
    assertThatThrownBy(() -> NumaTopology.of(topology.node(1), topology.node(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("topology: nodes=[1, 1], name at least one, and each once");
    assertThatThrownBy(() -> new NumaNode(-1, CpuSet.of(), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("numa node: id=-1 is negative");
  }

  private void host(String presentCpus, String nodes, String nodesWithMemory) throws IOException {
    write("devices/system/cpu/present", presentCpus);
    write("devices/system/cpu/online", presentCpus);
    write("devices/system/node/online", nodes);
    write("devices/system/node/has_memory", nodesWithMemory);
  }

  private void node(int id, String cpus) throws IOException {
    write("devices/system/node/node" + id + "/cpulist", cpus);
  }

  private void write(String file, String line) throws IOException {
    Path path = root.resolve("sys").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, line + "\n");
  }
}

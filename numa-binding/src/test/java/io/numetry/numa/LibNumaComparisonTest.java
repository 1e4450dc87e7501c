package io.numetry.numa;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.lib.LibNuma;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import jnr.ffi.LibraryLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibNumaComparisonTest {

  @TempDir private Path root;
  private HostTopology host;
  private final FakeLibNuma libnuma = new FakeLibNuma();

  @BeforeEach
  void agreeOnTwoSockets() {
    host = HostTopology.read(Hosts.TWO_SOCKETS.write(root).root());
    libnuma.highestNode = 1;
    libnuma.nodeOfCpu = cpu -> cpu / 4 % 2;
    libnuma.distance = (from, to) -> from == to ? 10 : 21;
    libnuma.nodeBytes.put(0, 1L << 36);
    libnuma.nodeBytes.put(1, 1L << 36);
  }

  @Test
  void shouldFindNothingWhereBothTellTheSame() {
    assertThat(LibNumaComparison.disagreements(host, libnuma)).isEmpty();
  }

  @Test
  void shouldNameBothWhereTheyDiffer() {
    libnuma.highestNode = 3;
    libnuma.nodeOfCpu = cpu -> cpu == 5 ? 0 : cpu == 6 ? -1 : cpu / 4 % 2;
    libnuma.distance = (from, to) -> from == to ? 10 : from == 0 ? 17 : 21;
    libnuma.nodeBytes.remove(1);

    assertThat(LibNumaComparison.disagreements(host, libnuma))
        .containsExactly(
            "topology: highest node differs, sysfs=1 libnuma=3, sysfs is believed",
            "topology: memory of node=1 differs, sysfs=true libnuma=false, sysfs is believed",
            "topology: node of cpu=5 differs, sysfs=1 libnuma=0, sysfs is believed",
            "topology: node of cpu=6 differs, sysfs=1 libnuma=unknown, sysfs is believed",
            "topology: distance from node=0 to node=1 differs, sysfs=21 libnuma=17, sysfs is"
                + " believed");
  }

  @Test
  void shouldNotTakeAnUntoldDistanceForAnother() {
    libnuma.distance = (from, to) -> 0;

    assertThat(LibNumaComparison.disagreements(host, libnuma)).isEmpty();
  }

  @Test
  void shouldTellOfAFewAtMost() {
    libnuma.nodeOfCpu = cpu -> -1;

    assertThat(LibNumaComparison.disagreements(host, libnuma)).hasSize(8);
  }

  @Test
  void shouldAgreeOnThisHost() {
    NumaSystem system = NumaSystem.system();
    Loudly.skipUnless(system.bindsMemory(), () -> system.degradedReason().orElseThrow());
    LibNuma real =
        LibraryLoader.create(LibNuma.class).failImmediately().load(NumaSystems.DEFAULT_LIBRARY);

    assertThat(LibNumaComparison.disagreements(system.topology().host(), real)).isEmpty();
  }
}

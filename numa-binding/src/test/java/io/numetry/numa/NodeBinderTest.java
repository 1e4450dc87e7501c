package io.numetry.numa;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.lib.LibC;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LedgerBalance.class)
final class NodeBinderTest {

  private static final MemoryTag TAG = new MemoryTag("test");

  private final FakeLibNuma libnuma = new FakeLibNuma();

  /** The kernel takes one off maxnode, then reads whole words: every bit given must be within. */
  @ParameterizedTest
  @CsvSource({"0, 1, 65", "1, 2, 65", "63, -9223372036854775808, 65"})
  void shouldNameANodeOfTheFirstWord(int node, long word, long maxnode) {
    assertThat(new NodeBinder(libnuma, HostLibraries.REAL).bind(4096, 8192, node)).isEmpty();

    assertThat(libnuma.call).isEqualTo("mbind(4096, 8192, 2, [" + word + "], " + maxnode + ", 0)");
  }

  @Test
  void shouldNameANodeBeyondTheFirstWord() {
    assertThat(new NodeBinder(libnuma, HostLibraries.REAL).bind(4096, 8192, 130)).isEmpty();

    assertThat(libnuma.call).isEqualTo("mbind(4096, 8192, 2, [0, 0, 4], 193, 0)");
  }

  @Test
  void shouldFindOutAboutAFilterThatRefusesMbind() {
    libnuma.answer = -1;
    LinuxLibraries libraries = new LinuxLibraries(HostLibraries.REAL.libc(), () -> LibC.EPERM);

    assertThat(new NodeBinder(libnuma, libraries).refusal())
        .hasValue(
            "mbind: refused for range=none, errno=1 (Operation not permitted); in a container,"
                + " allow mbind in the seccomp profile or add CAP_SYS_NICE");
  }

  @Test
  void shouldGoOnUnboundWhereOneNodeIsRefused() {
    libnuma.answer = -1;
    LinuxLibraries libraries = new LinuxLibraries(HostLibraries.REAL.libc(), () -> LibC.EINVAL);
    NumaTopology topology = NumaTopology.of(new NumaNode(0, CpuSet.of(0), true));
    NumaSystem system =
        new LinuxNumaSystem(
            libraries, topology, new NodeBinder(libnuma, libraries), null, new Degradation());
    assertThat(system.bindsMemory()).isTrue();

    try (NodeMemory memory = system.reserve(0, 1, TAG)) {
      assertThat(memory.bound()).isFalse();
      assertThat(memory.memoryNode()).isEmpty();
      memory.touch(0, 1);
    }
    assertThat(system.bindsMemory()).as("other ranges may be bound").isTrue();
    assertThat(system.degradedReason())
        .hasValue(
            "mbind: refused for node=0, errno=22 (Invalid argument); see that cpuset.mems allows"
                + " the node");
  }

  /** Under mlockall(2) the kernel fills accessible memory at once, whatever comes after. */
  @Test
  void shouldBindBeforeAPageCanBeThere() {
    List<String> calls = new ArrayList<>();
    LinuxLibraries libraries =
        HostLibraries.intercepted(
            (function, arguments) -> {
              switch (function) {
                case "mmap", "mprotect" -> calls.add(function + " prot=" + arguments[2]);
                default -> {}
              }
              return 0;
            });
    libnuma.whenBinding = () -> calls.add("mbind");
    NumaTopology topology = NumaTopology.of(new NumaNode(0, CpuSet.of(0), true));
    NumaSystem system =
        new LinuxNumaSystem(
            libraries, topology, new NodeBinder(libnuma, libraries), null, new Degradation());

    try (NodeMemory memory = system.reserve(0, 1, TAG)) {
      assertThat(memory.bound()).isTrue();
    }
    assertThat(calls).containsExactly("mmap prot=0", "mbind", "mprotect prot=3");
  }
}

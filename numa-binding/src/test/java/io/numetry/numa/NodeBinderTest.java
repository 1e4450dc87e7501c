package io.numetry.numa;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.lib.LibC;
import io.numetry.numa.lib.LibNuma;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LedgerBalance.class)
final class NodeBinderTest {

  private static final MemoryTag TAG = new MemoryTag("test");

  private final LastCall libnuma = new LastCall();

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
  void shouldSayThatAKernelHasNoNumaPolicy() {
    libnuma.available = -1;

    assertThat(new NodeBinder(libnuma, HostLibraries.REAL).refusal())
        .hasValue("libnuma: numa_available=-1, this kernel has no NUMA policy");
    assertThat(libnuma.call).as("undefined where numa_available() says no").isEmpty();
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
    NumaTopology topology =
        NumaTopology.of(new NumaNode(0, CpuSet.of(0), true), new NumaNode(1, CpuSet.of(1), false));
    Degradation degradation = new Degradation();
    LinuxLibraries libraries = new LinuxLibraries(HostLibraries.REAL.libc(), () -> LibC.EINVAL);
    NumaSystem system =
        new LinuxNumaSystem(libraries, topology, new NodeBinder(libnuma, libraries), degradation);
    assertThat(system.bindsMemory()).isTrue();

    try (NodeMemory memory = system.reserve(0, 1, TAG)) {
      assertThat(memory.bound()).isFalse();
      memory.touch(0, 1);
    }
    assertThat(system.bindsMemory()).isFalse();
    assertThat(system.degradedReason())
        .hasValue(
            "mbind: refused for node=0, errno=22 (Invalid argument); see that cpuset.mems allows"
                + " the node");
  }

  @Test
  void shouldNotTryToBindToANodeWithoutMemory() {
    NumaTopology topology =
        NumaTopology.of(new NumaNode(0, CpuSet.of(0), true), new NumaNode(1, CpuSet.of(1), false));
    NumaSystem system =
        new LinuxNumaSystem(
            HostLibraries.REAL,
            topology,
            new NodeBinder(libnuma, HostLibraries.REAL),
            new Degradation());

    try (NodeMemory memory = system.reserve(1, 1, TAG)) {
      assertThat(memory.bound()).isFalse();
      assertThat(memory.node()).isEqualTo(1);
    }
    assertThat(libnuma.call).isEmpty();
    assertThat(system.degradedReason())
        .hasValue("reserve: node=1 has no memory, the kernel takes another's");
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
            libraries, topology, new NodeBinder(libnuma, libraries), new Degradation());

    try (NodeMemory memory = system.reserve(0, 1, TAG)) {
      assertThat(memory.bound()).isTrue();
    }
    assertThat(calls).containsExactly("mmap prot=0", "mbind", "mprotect prot=3");
  }

  private static final class LastCall implements LibNuma {
    int available;
    long answer;
    String call = "";
    Runnable whenBinding = () -> {};

    @Override
    public int numa_available() {
      return available;
    }

    @Override
    public int numa_max_node() {
      return 0;
    }

    @Override
    public long mbind(
        long addr, long len, int mode, long @Nullable [] nodemask, long maxnode, int flags) {
      call =
          "mbind(%d, %d, %d, %s, %d, %d)"
              .formatted(addr, len, mode, Arrays.toString(nodemask), maxnode, flags);
      whenBinding.run();
      return answer;
    }
  }
}

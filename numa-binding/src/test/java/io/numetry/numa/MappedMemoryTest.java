package io.numetry.numa;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.numetry.numa.MemoryLedger.Balance;
import io.numetry.numa.lib.LibC;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel says of mapped memory, and what mapped memory says of the kernel's refusals. */
@ExtendWith(LedgerBalance.class)
final class MappedMemoryTest {

  private static final MemoryTag TAG = new MemoryTag("test");
  private static final int PAGE = HostLibraries.REAL.pageBytes();

  static Stream<Named<NumaSystem>> systems() {
    return Stream.of(
        Named.of("this host", NumaSystem.system()),
        Named.of(
            "kernel before 5.14", HostLibraries.unbound(HostLibraries.withoutPopulateWrite())));
  }

  private static NodeMemory reserve(NumaSystem system, long pages) {
    return system.reserve(system.topology().nodes().getFirst().id(), pages * PAGE, TAG);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldTakePagesAsTheyAreTouched(NumaSystem system) {
    try (NodeMemory memory = reserve(system, 16)) {
      assertThat(Kernel.presentPages(memory)).as("reserved").isEqualTo(new BitSet());

      memory.touch(2L * PAGE, 3L * PAGE);
      assertThat(Kernel.presentPages(memory)).as("touched").isEqualTo(pages(2, 5));

      memory.release(3L * PAGE, PAGE);
      BitSet rest = pages(2, 5);
      rest.clear(3);
      assertThat(Kernel.presentPages(memory)).as("released").isEqualTo(rest);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldNotFaultOnStoresOnceTouched(NumaSystem system) {
    int pages = 4096;
    // Some faults are the JVM's own or, on memory not bound, of the kernel's NUMA balancing, so the
    // best of a few rounds counts. Pages present for reading alone would bring 4096 every time.
    long fewestFaults = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      try (NodeMemory memory = reserve(system, pages)) {
        memory.touch(0, memory.byteSize());
        long faultsBefore = Kernel.minorFaults();
        for (long page = 0; page < pages; page++) {
          memory.segment().set(JAVA_BYTE, page * PAGE, (byte) 1);
        }
        fewestFaults = Math.min(fewestFaults, Kernel.minorFaults() - faultsBefore);
      }
    }
    assertThat(fewestFaults).isLessThan(pages / 16);
  }

  @Test
  void shouldReserveFarMoreThanTheHostHas() {
    long oneTebibyte = 1L << 40;
    NumaSystem system = NumaSystem.system();
    try (NodeMemory memory =
        system.reserve(system.topology().nodes().getFirst().id(), oneTebibyte, TAG)) {
      memory.touch(oneTebibyte - 1, 1);
      memory.segment().set(JAVA_BYTE, oneTebibyte - 1, (byte) 1);

      assertThat(MemoryLedger.balance(TAG)).isEqualTo(new Balance(oneTebibyte, PAGE, 1));
    }
  }

  @Test
  void shouldBeBoundToItsNode() {
    NumaSystem system = NumaSystem.system();
    assumeTrue(system.bindsMemory(), () -> system.degradedReason().orElseThrow());
    for (NumaNode node : system.topology().nodes()) {
      if (!node.hasMemory()) {
        continue;
      }
      try (NodeMemory memory = system.reserve(node.id(), 8L * PAGE, TAG)) {
        assertThat(memory.bound()).isTrue();
        assertThat(Kernel.policy(memory.address()))
            .isEqualTo("mode=" + Kernel.MPOL_BIND + " nodes=" + node.id());

        memory.touch(0, memory.byteSize());
        for (long offset = 0; offset < memory.byteSize(); offset += PAGE) {
          assertThat(Kernel.nodeOfPage(memory.address() + offset)).isEqualTo(node.id());
        }
      }
    }
  }

  @Test
  void shouldReleaseLockedPages() {
    try (NodeMemory memory = reserve(NumaSystem.system(), 4)) {
      Kernel.lock(memory);
      memory.segment().fill((byte) 1);
      memory.release(0, memory.byteSize());

      assertThat(memory.segment().toArray(JAVA_BYTE)).containsOnly(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mmap", "mprotect"})
  void shouldSayWhyAMappingWasRefused(String function) {
    List<String> calls = new ArrayList<>();
    LinuxLibraries libraries =
        HostLibraries.intercepted(
            (called, arguments) -> {
              calls.add(called);
              return called.equals(function) ? LibC.ENOMEM : 0;
            });
    NumaSystem system = HostLibraries.unbound(libraries);
    int node = system.topology().nodes().getFirst().id();

    assertThatThrownBy(() -> system.reserve(node, PAGE, TAG))
        .isInstanceOf(PlacementException.class)
        .hasMessage(
            "reserve: the kernel refused bytes=%d node=%d tag=test, errno=12 (Cannot allocate"
                + " memory); ask for less, or see ulimit -v and vm.max_map_count",
            PAGE, node);
    assertThat(calls.contains("munmap"))
        .as("nothing left mapped")
        .isEqualTo(calls.contains("mprotect"));
  }

  @Test
  void shouldCountNothingWhereAdviceIsRefused() {
    NumaSystem system = HostLibraries.unbound(HostLibraries.refusing("madvise", LibC.ENOMEM));
    int node = system.topology().nodes().getFirst().id();
    try (NodeMemory memory = reserve(system, 2)) {
      assertThatThrownBy(() -> memory.touch(PAGE, 1))
          .isInstanceOf(PlacementException.class)
          .hasMessage(
              "touch: the kernel refused offset=%d bytes=%d node=%d tag=test, errno=12 (Cannot"
                  + " allocate memory)",
              PAGE, PAGE, node);
      assertThat(MemoryLedger.balance(TAG)).isEqualTo(new Balance(2L * PAGE, 0, 1));
      assertThatThrownBy(() -> memory.release(0, PAGE))
          .isInstanceOf(PlacementException.class)
          .hasMessageStartingWith("release: the kernel refused offset=0 bytes=" + PAGE);
    }
  }

  @Test
  void shouldKeepInTheLedgerWhatTheKernelWouldNotUnmap() {
    AtomicBoolean refusing = new AtomicBoolean(true);
    LinuxLibraries libraries =
        HostLibraries.intercepted(
            (function, arguments) -> function.equals("munmap") && refusing.get() ? LibC.ENOMEM : 0);
    MemoryTag leaked = new MemoryTag("leaked");
    NodeMemory memory = HostLibraries.unbound(libraries).reserve(0, PAGE, leaked);

    assertThatThrownBy(memory::close)
        .isInstanceOf(PlacementException.class)
        .hasMessageStartingWith("close: the kernel refused offset=0 bytes=" + PAGE);
    assertThat(MemoryLedger.balance(leaked)).isEqualTo(new Balance(PAGE, 0, 1));

    refusing.set(false);
    memory.close();
    assertThat(MemoryLedger.balance(leaked)).isEqualTo(Balance.NOTHING);
  }

  private static BitSet pages(int first, int end) {
    BitSet pages = new BitSet();
    pages.set(first, end);
    return pages;
  }
}

package io.numetry.numa;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.numa.MemoryLedger.Balance;
import io.numetry.numa.MemoryOptions.Locking;
import io.numetry.numa.MemoryOptions.Pages;
import io.numetry.numa.lib.LibC;
import io.numetry.numa.topology.HugePagePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Huge and locked pages where the host has them, and what becomes of the wish where it has not. */
@ExtendWith(LedgerBalance.class)
final class MemoryOptionsTest {

  private static final MemoryTag TAG = new MemoryTag("test");
  private static final int PAGE = HostLibraries.REAL.pageBytes();
  private static final long HUGE = HugePageSupport.OF_HOST.pageBytes();
  private static final long TWO_MIB = 2 << 20;
  private static final int NODE = NumaSystem.system().topology().nodes().getFirst().id();

  private static final MemoryOptions TRANSPARENT = MemoryOptions.NONE.withTransparentHugePages();
  private static final MemoryOptions POOLED = MemoryOptions.NONE.withPooledHugePages(TWO_MIB);

  @TempDir private Path folder;

  private static NodeMemory reserve(NumaSystem system, long bytes, MemoryOptions options) {
    return system.reserve(NODE, bytes, TAG, options);
  }

  /** Kernel's own words on the mapping that an address is in. */
  private static String smaps(NodeMemory memory) throws IOException {
    String head = Long.toHexString(memory.address()) + "-";
    String all = Files.readString(Path.of("/proc/self/smaps"));
    int start = all.indexOf(head);
    int end = all.indexOf("VmFlags:", start);
    return all.substring(start, all.indexOf('\n', end));
  }

  private static long kib(String smaps, String key) {
    String line =
        smaps.lines().filter(text -> text.startsWith(key + ":")).findFirst().orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", ""));
  }

  @Test
  void shouldBeOrdinaryUnlessAsked() {
    try (NodeMemory memory = NumaSystem.system().reserve(NODE, 1, TAG)) {
      assertThat(memory.options()).isEqualTo(MemoryOptions.NONE);
      assertThat(memory.shortfalls()).isEmpty();
      assertThat(memory.byteSize()).isEqualTo(PAGE);
    }
  }

  @Test
  void shouldUseTransparentHugePages() throws IOException {
    Loudly.skipUnless(
        !HugePageSupport.OF_HOST.switchedOff(),
        () -> HugePageSupport.OF_HOST.file() + " says never");
    try (NodeMemory memory = reserve(NumaSystem.system(), HUGE + 1, TRANSPARENT)) {
      assertThat(memory.options()).isEqualTo(TRANSPARENT);
      assertThat(memory.shortfalls()).isEmpty();
      assertThat(memory.byteSize()).isEqualTo(2 * HUGE);
      assertThat(memory.address() % HUGE).isZero();
      assertThat(smaps(memory)).containsPattern("VmFlags:.* hg\\b");

      memory.touch(HUGE + 5, 1);
      assertThat(MemoryLedger.balance(TAG)).isEqualTo(new Balance(2 * HUGE, HUGE, 1));
      long inHugePages = kib(smaps(memory), "AnonHugePages") * 1024;
      Loudly.skipUnless(inHugePages > 0, () -> "the kernel found no free huge page at this moment");
      assertThat(inHugePages).isEqualTo(HUGE);

      memory.release(HUGE, HUGE);
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isZero();
      assertThat(kib(smaps(memory), "Rss")).isZero();
    }
  }

  @Test
  void shouldUseOrdinaryPagesWhereTransparentOnesAreSwitchedOff() throws IOException {
    Files.writeString(folder.resolve("enabled"), "always madvise [never]\n");
    NumaTopology topology = NumaSystem.system().topology();
    Degradation degradation = new Degradation();
    NodeMapper mapper =
        new NodeMapper(
            HostLibraries.REAL,
            new NodeBinding(topology, null, degradation),
            new HugePageSupport(folder),
            null,
            degradation);

    try (Warnings warnings = new Warnings();
        NodeMemory memory = mapper.map(topology.node(NODE), 1, TAG, TRANSPARENT);
        NodeMemory second = mapper.map(topology.node(NODE), 1, TAG, TRANSPARENT)) {
      String shortfall =
          "huge pages: file="
              + folder.resolve("enabled")
              + " says never, ordinary pages are used; write madvise there";
      assertThat(memory.options()).isEqualTo(MemoryOptions.NONE);
      assertThat(memory.byteSize()).isEqualTo(PAGE);
      assertThat(memory.shortfalls()).containsExactly(shortfall);
      assertThat(second.shortfalls()).containsExactly(shortfall);
      assertThat(warnings.texts()).as("said once").containsExactly(shortfall);
    }
    assertThat(degradation.reason()).as("the place is right all the same").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "0", "-2097152", "3000000"})
  void shouldTakeTheUsualSizeWhereTheKernelTellsNone(String text) throws IOException {
    Files.writeString(folder.resolve("hpage_pmd_size"), text);

    assertThat(new HugePageSupport(folder).pageBytes()).isEqualTo(TWO_MIB);
    assertThat(new HugePageSupport(folder.resolve("none")).switchedOff()).isFalse();
  }

  @Test
  void shouldUseOrdinaryPagesWhereAdviceIsRefused() {
    NumaSystem system =
        HostLibraries.unbound(
            HostLibraries.intercepted(
                (function, arguments) ->
                    function.equals("madvise") && arguments[2].equals(LibC.MADV_HUGEPAGE)
                        ? LibC.EINVAL
                        : 0));
    try (NodeMemory memory = reserve(system, 1, TRANSPARENT)) {
      assertThat(memory.options()).isEqualTo(MemoryOptions.NONE);
      assertThat(memory.shortfalls())
          .containsExactly(
              "huge pages: MADV_HUGEPAGE refused, errno=22 (Invalid argument), ordinary pages are"
                  + " used");
      memory.touch(0, 1);
    }
  }

  @Test
  void shouldUsePooledHugePagesWhereThePoolHasSome() throws IOException {
    long free =
        NumaSystem.system().topology().host().nodes().getFirst().memory().hugePages().stream()
            .filter(pool -> pool.pageBytes() == TWO_MIB)
            .map(HugePagePool::free)
            .mapToLong(pages -> pages.orElse(0))
            .sum();
    Loudly.skipUnless(free >= 2, () -> "the pool of node " + NODE + " has free pages=" + free);
    try (NodeMemory memory = reserve(NumaSystem.system(), TWO_MIB + 1, POOLED)) {
      assertThat(memory.options()).isEqualTo(POOLED);
      assertThat(memory.byteSize()).isEqualTo(2 * TWO_MIB);
      assertThat(MemoryLedger.balance(TAG)).isEqualTo(new Balance(2 * TWO_MIB, 2 * TWO_MIB, 1));
      assertThat(kib(smaps(memory), "Private_Hugetlb") * 1024).isEqualTo(2 * TWO_MIB);
      assertThat(memory.locate().present()).isEqualTo(2 * TWO_MIB / PAGE);

      memory.segment().fill((byte) 7);
      memory.release(0, TWO_MIB);
      memory.touch(0, 1);
      assertThat(memory.segment().asSlice(0, TWO_MIB).mismatch(memory.segment()))
          .as("zeros, then sevens")
          .isZero();
    }
  }

  @Test
  void shouldFallBackToTransparentOnesWhereThePoolIsEmpty() {
    NumaSystem system =
        HostLibraries.unbound(
            HostLibraries.intercepted(
                (function, arguments) ->
                    function.equals("mmap") && ((int) arguments[3] & LibC.MAP_HUGETLB) != 0
                        ? LibC.ENOMEM
                        : 0));
    try (NodeMemory memory = reserve(system, 1, POOLED)) {
      assertThat(memory.options().pages()).isNotEqualTo(Pages.POOLED_HUGE);
      assertThat(memory.shortfalls().getFirst())
          .startsWith(
              "huge pages: pooled huge pages of bytes=2097152 cannot be had, transparent ones are"
                  + " tried; see nr_hugepages of the node. mmap: refused, errno=12 (");
      memory.touch(0, 1);
      memory.segment().set(JAVA_BYTE, 0, (byte) 1);
    }
  }

  /** A pool that has enough in all, but too few on the node: a store would end the process. */
  @Test
  void shouldFallBackWhereThePoolOfTheNodeIsEmpty() {
    AtomicInteger populated = new AtomicInteger();
    NumaSystem system =
        HostLibraries.unbound(
            HostLibraries.intercepted(
                (function, arguments) -> {
                  withoutPool(function, arguments);
                  boolean first =
                      function.equals("madvise")
                          && arguments[2].equals(LibC.MADV_POPULATE_WRITE)
                          && populated.getAndIncrement() == 0;
                  return first ? LibC.EFAULT : 0;
                }));
    try (NodeMemory memory = reserve(system, 1, POOLED)) {
      assertThat(memory.options().pages()).isNotEqualTo(Pages.POOLED_HUGE);
      assertThat(memory.shortfalls().getFirst())
          .endsWith("the pool of node=" + NODE + " has too few, errno=14 (Bad address)");
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isZero();
      memory.touch(0, 1);
    }
  }

  @Test
  void shouldNotTakeFromAPoolOnKernelsThatCannotBringPagesInSafely() {
    NumaSystem system =
        HostLibraries.unbound(
            HostLibraries.intercepted(
                (function, arguments) -> {
                  withoutPool(function, arguments);
                  return function.equals("madvise") && arguments[2].equals(LibC.MADV_POPULATE_WRITE)
                      ? LibC.EINVAL
                      : 0;
                }));
    try (NodeMemory memory = reserve(system, 1, POOLED)) {
      assertThat(memory.options().pages()).isNotEqualTo(Pages.POOLED_HUGE);
      assertThat(memory.shortfalls().getFirst())
          .endsWith(
              "this kernel cannot bring pages in without the risk of SIGBUS, Linux 5.14 or later"
                  + " can");
      memory.touch(0, 1);
    }
  }

  @Test
  void shouldKeepPooledPagesWhenReleased() {
    NumaSystem system =
        HostLibraries.unbound(
            HostLibraries.intercepted(
                (function, arguments) -> {
                  withoutPool(function, arguments);
                  return 0;
                }));
    try (NodeMemory memory = reserve(system, 2 * TWO_MIB, POOLED)) {
      assertThat(memory.options()).isEqualTo(POOLED);
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isEqualTo(2 * TWO_MIB);
      memory.segment().fill((byte) 7);

      memory.release(TWO_MIB, TWO_MIB);

      assertThat(memory.segment().get(JAVA_BYTE, TWO_MIB - 1)).isEqualTo((byte) 7);
      assertThat(memory.segment().get(JAVA_BYTE, TWO_MIB)).isZero();
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isEqualTo(2 * TWO_MIB);
      assertThatThrownBy(() -> memory.release(0, PAGE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("are not whole pages of " + TWO_MIB);
    }
  }

  /** Ordinary pages pass for pooled ones, so that the rest can be tested on any host. */
  private static void withoutPool(String function, Object[] arguments) {
    if (function.equals("mmap")) {
      arguments[3] = (int) arguments[3] & 0xFFFF & ~LibC.MAP_HUGETLB;
    }
  }

  @Test
  void shouldNotTakePagesOfAnAbsurdSize() {
    try (NodeMemory memory =
        reserve(NumaSystem.system(), 1, MemoryOptions.NONE.withPooledHugePages(1L << 40))) {
      assertThat(memory.shortfalls().getFirst()).contains("are too large here, use 1073741824");
    }
  }

  @Test
  void shouldLockPagesAsTheyAreTouched() throws IOException {
    MemoryOptions options = MemoryOptions.NONE.withLocking(Locking.AS_TOUCHED);
    try (NodeMemory memory = reserve(NumaSystem.system(), 8L * PAGE, options)) {
      Loudly.skipUnless(memory.shortfalls().isEmpty(), () -> memory.shortfalls().toString());
      assertThat(memory.options()).isEqualTo(options);
      assertThat(Kernel.presentPages(memory).isEmpty()).isTrue();

      memory.touch(0, 3L * PAGE);
      assertThat(kib(smaps(memory), "Locked") * 1024).isEqualTo(3L * PAGE);
      memory.release(0, PAGE);
      assertThat(kib(smaps(memory), "Locked") * 1024).isEqualTo(2L * PAGE);
    }
  }

  @Test
  void shouldLockTheWholeRange() throws IOException {
    MemoryOptions options = MemoryOptions.NONE.withLocking(Locking.WHOLE_RANGE);
    try (NodeMemory memory = reserve(NumaSystem.system(), 8L * PAGE, options)) {
      Loudly.skipUnless(memory.shortfalls().isEmpty(), () -> memory.shortfalls().toString());
      assertThat(Kernel.presentPages(memory).cardinality()).isEqualTo(8);
      assertThat(kib(smaps(memory), "Locked") * 1024).isEqualTo(8L * PAGE);
      assertThat(MemoryLedger.balance(TAG)).isEqualTo(new Balance(8L * PAGE, 8L * PAGE, 1));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void shouldGoOnUnlockedWhereTheKernelRefuses(Locking locking) {
    NumaSystem system = HostLibraries.unbound(HostLibraries.refusing("mlock2", LibC.ENOMEM));
    try (Warnings warnings = new Warnings();
        NodeMemory memory = reserve(system, 8L * PAGE, MemoryOptions.NONE.withLocking(locking))) {
      assertThat(memory.options()).isEqualTo(MemoryOptions.NONE);
      assertThat(memory.shortfalls())
          .containsExactly(
              "lock: the kernel refused bytes="
                  + 8L * PAGE
                  + ", errno=12 (Cannot allocate memory); see ulimit -l, or ask for less");
      assertThat(warnings.texts()).isEqualTo(memory.shortfalls());
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isZero();
      memory.touch(0, PAGE);
    }
  }

  @Test
  void shouldBindWhatIsHugeOrLocked() {
    NumaSystem system = NumaSystem.system();
    Loudly.skipUnless(system.bindsMemory(), () -> system.degradedReason().orElseThrow());
    try (NodeMemory memory = reserve(system, 1, TRANSPARENT.withLocking(Locking.AS_TOUCHED))) {
      memory.touch(0, 1);

      assertThat(memory.bound()).isTrue();
      assertThat(memory.locate().allOn(NODE)).isTrue();
      assertThat(Kernel.policy(memory.address()))
          .isEqualTo("mode=" + Kernel.MPOL_BIND + " nodes=" + NODE);
    }
  }

  @Test
  void shouldSayThatNothingCanBeHadOnOtherPlatforms() {
    try (NodeMemory memory = new PlainNumaSystem("a test").reserve(0, 1, TAG, TRANSPARENT)) {
      assertThat(memory.options()).isEqualTo(MemoryOptions.NONE);
      assertThat(memory.shortfalls())
          .containsExactly("reserve: huge or locked pages cannot be had. a test");
    }
  }

  @Test
  void shouldRefuseOptionsThatMakeNoSense() {
    assertThatThrownBy(() -> MemoryOptions.NONE.withPooledHugePages(3_000_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "memory options: poolPageBytes=3000000 is no size of huge pages, write a power of two"
                + " such as 2097152");
    assertThatThrownBy(() -> MemoryOptions.NONE.withPooledHugePages(-2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new MemoryOptions(Pages.POOLED_HUGE, OptionalLong.empty(), Locking.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("name a size for POOLED_HUGE and for nothing else");
  }
}

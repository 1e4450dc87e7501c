package io.numetry.numa;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.numa.MemoryLedger.Balance;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of memory. */
@ExtendWith(LedgerBalance.class)
final class NodeMemoryTest {

  private static final MemoryTag TAG = new MemoryTag("test");
  private static final int PAGE = HostLibraries.REAL.pageBytes();

  static Stream<Named<NumaSystem>> systems() {
    return Stream.of(
        Named.of("this host", NumaSystem.system()),
        Named.of("kernel before 5.14", HostLibraries.unbound(HostLibraries.withoutPopulateWrite())),
        Named.of("plain", new PlainNumaSystem("a test")));
  }

  private static int firstNode(NumaSystem system) {
    return system.topology().nodes().getFirst().id();
  }

  private static NodeMemory reserve(NumaSystem system, long bytes) {
    return system.reserve(firstNode(system), bytes, TAG);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldReserveWholePages(NumaSystem system) {
    try (NodeMemory memory = reserve(system, PAGE + 1L)) {
      assertThat(memory.byteSize()).isEqualTo(2L * PAGE);
      assertThat(memory.segment().byteSize()).isEqualTo(2L * PAGE);
      assertThat(memory.segment().address()).isEqualTo(memory.address());
      assertThat(memory.address() % PAGE).isZero();
      assertThat(memory.node()).isEqualTo(firstNode(system));
      assertThat(memory.tag()).isEqualTo(TAG);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldReadAsZeroAtFirst(NumaSystem system) {
    try (NodeMemory memory = reserve(system, 3L * PAGE)) {
      assertThat(memory.segment().mismatch(MemorySegment.ofArray(new byte[3 * PAGE])))
          .isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldBeKeptInTheLedger(NumaSystem system) {
    NodeMemory first = reserve(system, 4L * PAGE);
    assertThat(MemoryLedger.balance(TAG)).isEqualTo(new Balance(4L * PAGE, 0, 1));

    NodeMemory second = reserve(system, PAGE);
    second.touch(0, 1);
    assertThat(MemoryLedger.snapshot())
        .containsExactly(Map.entry(TAG, new Balance(5L * PAGE, PAGE, 2)));

    second.close();
    assertThat(MemoryLedger.balance(TAG)).isEqualTo(new Balance(4L * PAGE, 0, 1));

    first.close();
    assertThat(MemoryLedger.balance(TAG)).isEqualTo(Balance.NOTHING);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldCountEachTouchedPageOnce(NumaSystem system) {
    try (NodeMemory memory = reserve(system, 8L * PAGE)) {
      memory.touch(PAGE - 1L, 2); // the last byte of page 0, the first of page 1
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isEqualTo(2L * PAGE);

      memory.touch(0, 3L * PAGE);
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isEqualTo(3L * PAGE);

      memory.touch(5, 0);
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isEqualTo(3L * PAGE);

      memory.release(PAGE, 4L * PAGE); // pages 1 and 2 had been touched, 3 and 4 had not
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isEqualTo(PAGE);

      memory.release(PAGE, 4L * PAGE);
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isEqualTo(PAGE);

      memory.touch(7L * PAGE, PAGE);
      assertThat(MemoryLedger.balance(TAG).touchedBytes()).isEqualTo(2L * PAGE);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldTellOfTouchedPagesAlone(NumaSystem system) {
    try (NodeMemory memory = reserve(system, 64L * PAGE)) {
      assertThat(told(memory.locateTouched())).as("before any is touched").isZero();
      memory.touch(0, 1);
      memory.touch(3L * PAGE, 2L * PAGE);
      memory.touch(63L * PAGE, PAGE);
      assertThat(told(memory.locateTouched())).isEqualTo(4);
      memory.release(4L * PAGE, 60L * PAGE);
      assertThat(told(memory.locateTouched())).isEqualTo(2);
      PageLocations whole = memory.locate();
      assertThat(told(whole)).isEqualTo(64);
      if (whole.unknown() == 0) {
        assertThat(memory.locateTouched().present()).isEqualTo(2);
        assertThat(whole.present()).isEqualTo(2);
      }
    }
  }

  private static long told(PageLocations pages) {
    return pages.present() + pages.notPresent() + pages.unknown();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldKeepContentsWhenTouched(NumaSystem system) {
    try (NodeMemory memory = reserve(system, 2L * PAGE)) {
      memory.segment().fill((byte) 0x5A);
      memory.touch(0, memory.byteSize());

      assertThat(memory.segment().toArray(JAVA_BYTE)).containsOnly(0x5A);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldReadAsZeroOnceReleasedAndBeOfUseAgain(NumaSystem system) {
    try (NodeMemory memory = reserve(system, 3L * PAGE)) {
      MemorySegment segment = memory.segment();
      segment.fill((byte) 0x5A);
      memory.release(PAGE, PAGE);

      assertThat(segment.asSlice(0, PAGE).toArray(JAVA_BYTE)).containsOnly(0x5A);
      assertThat(segment.asSlice(PAGE, PAGE).toArray(JAVA_BYTE)).containsOnly(0);
      assertThat(segment.asSlice(2L * PAGE, PAGE).toArray(JAVA_BYTE)).containsOnly(0x5A);

      segment.set(JAVA_LONG, PAGE, 7);
      assertThat(segment.get(JAVA_LONG, PAGE)).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldLoseNoStoreMadeWhileTouching(NumaSystem system) throws InterruptedException {
    int stores = 2_000_000;
    try (NodeMemory memory = reserve(system, PAGE)) {
      MemorySegment segment = memory.segment();
      CountDownLatch started = new CountDownLatch(1);
      Thread writer =
          new Thread(
              () -> {
                started.countDown();
                for (int i = 0; i < stores; i++) {
                  segment.set(JAVA_LONG, 0, segment.get(JAVA_LONG, 0) + 1);
                }
              });
      writer.start();
      started.await();
      while (writer.isAlive()) {
        memory.touch(0, PAGE);
      }
      writer.join();

      assertThat(segment.get(JAVA_LONG, 0)).isEqualTo(stores);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldThrowOnUseAfterClose(NumaSystem system) {
    NodeMemory memory = reserve(system, PAGE);
    MemorySegment segment = memory.segment();
    memory.touch(0, PAGE);
    memory.close();
    memory.close();

    assertThatThrownBy(() -> segment.get(JAVA_LONG, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> segment.set(JAVA_LONG, 0, 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> memory.touch(0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("touch: memory is closed, tag=test");
    assertThatThrownBy(() -> memory.release(0, PAGE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("release: memory is closed, tag=test");
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldRefuseRangesOutsideOrInPieces(NumaSystem system) {
    try (NodeMemory memory = reserve(system, 2L * PAGE)) {
      long size = memory.byteSize();
      assertThatThrownBy(() -> memory.touch(size, 1))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("touch: offset=%d bytes=1 leave byteSize=%d", size, size);
      assertThatThrownBy(() -> memory.touch(8, Long.MAX_VALUE))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> memory.touch(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> memory.touch(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> memory.release(PAGE, size))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("release: offset=%d bytes=%d leave byteSize=%d", PAGE, size, size);
      assertThatThrownBy(() -> memory.release(8, PAGE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("release: offset=8 bytes=" + PAGE + " are not whole pages of ");
      assertThatThrownBy(() -> memory.release(0, 8)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldRefuseNodesThatAreNotThere(NumaSystem system) {
    assertThatThrownBy(() -> system.reserve(99, PAGE, TAG))
        .isInstanceOf(PlacementException.class)
        .hasMessageStartingWith("reserve: node=99 does not exist, nodes=" + firstNode(system));
    assertThatThrownBy(() -> system.reserve(-1, PAGE, TAG))
        .isInstanceOf(PlacementException.class)
        .hasMessageStartingWith("reserve: node=-1 does not exist, nodes=");
  }

  @ParameterizedTest
  @MethodSource("systems")
  void shouldRefuseSizesThatMakeNoSense(NumaSystem system) {
    assertThatThrownBy(() -> reserve(system, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reserve: bytes=0, ask for at least one");
    assertThatThrownBy(() -> reserve(system, Long.MAX_VALUE))
        .isInstanceOf(PlacementException.class)
        .hasMessageStartingWith(
            "reserve: bytes=9223372036854775807 is too much for one range, ask for at most ");
  }

  @Test
  void shouldRefuseBlankTags() {
    assertThatThrownBy(() -> new MemoryTag(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("memory tag: name is blank");
  }
}

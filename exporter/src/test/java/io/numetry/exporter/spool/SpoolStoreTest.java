package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out, when, and what is dropped, exact to the frame. */
class SpoolStoreTest {
  private static final int A_SEGMENT = TestSpool.FRAMES_A_SEGMENT;

  @TempDir Path temp;

  private Path folder() {
    return temp.resolve("spool");
  }

  @Test
  void shouldGiveFramesBackInOrder() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      assertThat(spool.store.peek()).isNull();
      spool.appendStored(0, 50);
      assertThat(spool.statistics().records()).isEqualTo(50);
      assertThat(spool.statistics().points()).isEqualTo(TestSpool.points(0, 50));
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(0, 50));
      assertThat(spool.statistics().acknowledgedPoints()).isEqualTo(TestSpool.points(0, 50));
      assertThat(spool.statistics().records()).isZero();
      spool.assertBalanced();
    }
  }

  @Test
  void shouldNumberFramesWithoutGapsOverRestarts() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      long expected = 0;
      for (int round = 0; round < 5; round++) {
        spool.appendStored(expected, expected + 3 + round * 10L);
        for (int i = 0; i < 3 + round * 10; i++) {
          SpooledFrame frame = spool.store.peek();
          assertThat(frame).isNotNull();
          assertThat(frame.sequence()).isEqualTo(expected);
          assertThat(TestSpool.verified(frame)).isEqualTo(expected);
          spool.store.acknowledge();
          expected++;
        }
        spool.reopen();
      }
    }
  }

  /**
   * A hole at a file's end takes room on a tmpfs when it is read, and is a fault where there is
   * none: whoever opens the spool then would put the file aside.
   */
  @Test
  void shouldMakeNoHolesByReading() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      spool.appendStored(0, 3);
      spool.reopen();
      List<Long> sizes = fileSizes(spool);
      assertThat(sizes).singleElement().matches(bytes -> bytes < TestSpool.SEGMENT_BYTES);
      assertThat(spool.take()).isZero();
      assertThat(fileSizes(spool)).isEqualTo(sizes);
      spool.reopen();
      assertThat(fileSizes(spool)).isEqualTo(sizes);
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(1, 3));
    }
  }

  private static List<Long> fileSizes(TestSpool spool) {
    return TestSpool.segments(spool.options.folder()).stream()
        .map(path -> path.toFile().length())
        .toList();
  }

  @Test
  void shouldGiveTheSameFrameUntilItIsAcknowledged() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      spool.appendStored(0, 2);
      SpooledFrame frame = spool.store.peek();
      assertThat(spool.store.peek()).isSameAs(frame);
      spool.store.giveBack();
      assertThat(spool.take()).isZero();
      assertThat(spool.take()).isEqualTo(1);
      assertThatIllegalStateException()
          .isThrownBy(spool.store::acknowledge)
          .withMessage("spool: no frame is held, peek at one first");
    }
  }

  @Test
  void shouldKeepWhatWasNotAcknowledgedOverAClose() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      spool.appendStored(0, 40);
      for (int i = 0; i < 20; i++) {
        spool.take();
      }
      spool.store.peek();
      spool.reopen();
      assertThat(spool.statistics().recoveredRecords()).isEqualTo(20);
      assertThat(spool.statistics().recoveredPoints()).isEqualTo(TestSpool.points(20, 40));
      assertThat(spool.statistics().corruptRecords()).isZero();
      assertThat(spool.statistics().missingRecords()).isZero();
      spool.appendStored(40, 45);
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(20, 45));
    }
  }

  @Test
  void shouldTakeFilesAwayOnceTheirFramesAreGone() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      spool.appendStored(0, 3L * A_SEGMENT);
      assertThat(TestSpool.segments(folder())).hasSize(3);
      assertThat(spool.statistics().bytes()).isEqualTo(4L * TestSpool.SEGMENT_BYTES);
      for (int i = 0; i < A_SEGMENT; i++) {
        spool.take();
      }
      assertThat(TestSpool.segments(folder())).hasSize(2);
      spool.takeAll();
      spool.reopen();
      assertThat(TestSpool.segments(folder())).isEmpty();
      spool.appendStored(7, 8);
      assertThat(spool.statistics().segments()).isEqualTo(1);
    }
  }

  @Test
  void shouldTakeFramesOfAnySize() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      int[] sizes = {0, 1, 63, 64, 65, 60 << 10, 61 << 10, 1 << 20, 5, 3 << 20};
      for (int i = 0; i < sizes.length; i++) {
        assertThat(spool.append(i, sizes[i])).isEqualTo(AppendResult.STORED);
      }
      spool.reopen();
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(0, sizes.length));
    }
  }

  @Test
  void shouldRefuseAFrameThatIsLargerThanTheSpool() {
    SpoolOptions options = TestSpool.small(folder()).maxBytes(4L * TestSpool.SEGMENT_BYTES).build();
    try (var spool = new TestSpool(options)) {
      spool.appendStored(0, 1);
      // Three segments' room, less a header, is what is left beside the head.
      int largest = 3 * TestSpool.SEGMENT_BYTES - 4096 - 64;
      assertThat(spool.append(1, largest + 1)).isEqualTo(AppendResult.TOO_LARGE);
      assertThat(spool.statistics().refusedRecords(AppendResult.TOO_LARGE)).isEqualTo(1);
      assertThat(spool.statistics().refusedPoints(AppendResult.TOO_LARGE))
          .isEqualTo(TestSpool.points(1));
      assertThat(spool.statistics().droppedRecords(DropCause.SIZE)).isZero();
      assertThat(spool.append(2, largest)).isEqualTo(AppendResult.STORED);
      assertThat(spool.statistics().droppedRecords(DropCause.SIZE)).isEqualTo(1);
      assertThat(spool.takeAll()).containsExactly(2L);
    }
  }

  @Test
  void shouldDropTheOldestSegmentWhenItIsFull() {
    SpoolOptions options = TestSpool.small(folder()).maxBytes(5L * TestSpool.SEGMENT_BYTES).build();
    try (var spool = new TestSpool(options)) {
      spool.appendStored(0, 4L * A_SEGMENT);
      assertThat(spool.statistics().droppedRecords(DropCause.SIZE)).isZero();
      spool.appendStored(4L * A_SEGMENT, 4L * A_SEGMENT + 1);
      assertThat(spool.statistics().droppedRecords(DropCause.SIZE)).isEqualTo(A_SEGMENT);
      assertThat(spool.statistics().droppedPoints(DropCause.SIZE))
          .isEqualTo(TestSpool.points(0, A_SEGMENT));
      assertThat(spool.statistics().bytes()).isEqualTo(options.maxBytes());
      spool.assertBalanced();
      spool.reopen();
      assertThat(spool.statistics().missingRecords()).isZero();
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(A_SEGMENT, 4L * A_SEGMENT + 1));
    }
  }

  @Test
  void shouldHoldASmallerLimitWhenItIsOpened() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      spool.appendStored(0, 10L * A_SEGMENT);
    }
    SpoolOptions options = TestSpool.small(folder()).maxBytes(5L * TestSpool.SEGMENT_BYTES).build();
    try (var spool = new TestSpool(options)) {
      assertThat(spool.statistics().droppedRecords(DropCause.SIZE)).isEqualTo(6L * A_SEGMENT);
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(6L * A_SEGMENT, 10L * A_SEGMENT));
    }
  }

  @Test
  void shouldNotTakeAHeldFrameAway() {
    SpoolOptions options = TestSpool.small(folder()).maxBytes(4L * TestSpool.SEGMENT_BYTES).build();
    try (var spool = new TestSpool(options)) {
      spool.appendStored(0, A_SEGMENT);
      SpooledFrame held = spool.store.peek();
      assertThat(held).isNotNull();
      spool.appendStored(A_SEGMENT, 5L * A_SEGMENT);
      assertThat(spool.statistics().droppedRecords(DropCause.SIZE)).isEqualTo(2L * A_SEGMENT - 1);
      assertThat(TestSpool.verified(held)).isZero();
      spool.store.acknowledge();
      assertThat(spool.statistics().acknowledgedRecords()).isEqualTo(1);
      spool.assertBalanced();
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(2L * A_SEGMENT, 5L * A_SEGMENT));
    }
  }

  @Test
  void shouldCountAHeldFrameAsDroppedWhenItComesBackTooLate() {
    SpoolOptions options = TestSpool.small(folder()).maxBytes(4L * TestSpool.SEGMENT_BYTES).build();
    try (var spool = new TestSpool(options)) {
      spool.appendStored(0, 1);
      spool.store.peek();
      spool.appendStored(1, 5L * A_SEGMENT);
      spool.store.giveBack();
      spool.assertBalanced();
      assertThat(spool.statistics().droppedRecords(DropCause.SIZE)).isEqualTo(2L * A_SEGMENT);
      assertThat(spool.take()).isEqualTo(2L * A_SEGMENT);
    }
  }

  @Test
  void shouldLeaveAHeldFrameReadableAfterTheClose() {
    var spool = new TestSpool(TestSpool.small(folder()).build());
    spool.appendStored(0, 1);
    SpooledFrame held = spool.store.peek();
    assertThat(held).isNotNull();
    spool.store.close();
    assertThat(TestSpool.verified(held)).isZero();
    spool.store.giveBack();
    spool.close();
    assertThatIllegalStateException()
        .isThrownBy(held::payload)
        .withMessage("spooled frame: sequence=0 is settled");
  }

  @Test
  void shouldDropWhatIsTooOldExactly() {
    SpoolOptions options = TestSpool.small(folder()).maxAge(Duration.ofSeconds(100)).build();
    try (var spool = new TestSpool(options)) {
      for (int i = 0; i < 60; i++) {
        spool.append(i);
        spool.clock.advance(Duration.ofSeconds(1));
      }
      // Now the frames are 60, 59, ... 1 seconds old.
      spool.clock.advance(Duration.ofSeconds(49));
      assertThat(spool.statistics().oldestAgeNanos(spool.clock.unixNano()))
          .isEqualTo(Duration.ofSeconds(109).toNanos());
      spool.store.tick();
      assertThat(spool.statistics().droppedRecords(DropCause.AGE)).isEqualTo(9);
      assertThat(spool.statistics().droppedPoints(DropCause.AGE)).isEqualTo(TestSpool.points(0, 9));
      assertThat(spool.statistics().oldestAgeNanos(spool.clock.unixNano()))
          .isEqualTo(Duration.ofSeconds(100).toNanos());
      assertThat(spool.take()).isEqualTo(9);
      spool.clock.advance(Duration.ofDays(1));
      spool.reopen();
      assertThat(spool.store.peek()).isNull();
      assertThat(spool.statistics().droppedRecords(DropCause.AGE)).isEqualTo(50);
      spool.assertBalanced();
    }
  }

  @Test
  void shouldNotAgeAHeldFrame() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      spool.appendStored(0, 3);
      SpooledFrame held = spool.store.peek();
      assertThat(held).isNotNull();
      spool.clock.advance(Duration.ofDays(2));
      spool.store.tick();
      assertThat(TestSpool.verified(held)).isZero();
      spool.store.acknowledge();
      spool.store.tick();
      assertThat(spool.statistics().droppedRecords(DropCause.AGE)).isEqualTo(2);
    }
  }

  @Test
  void shouldForceAsTold() {
    for (SpoolSync sync : SpoolSync.values()) {
      SpoolOptions options =
          TestSpool.small(temp.resolve(sync.name()))
              .sync(sync)
              .syncInterval(Duration.ofSeconds(1))
              .build();
      try (var spool = new TestSpool(options)) {
        spool.appendStored(0, A_SEGMENT + 1);
        spool.clock.advance(Duration.ofMillis(999));
        spool.store.tick();
        long early = spool.statistics().forces();
        spool.clock.advance(Duration.ofMillis(1));
        spool.store.tick();
        spool.store.tick();
        long late = spool.statistics().forces();
        spool.store.close();
        long closed = spool.statistics().forces();
        assertThat(new long[] {early, late, closed})
            .as(sync.name())
            .containsExactly(
                switch (sync) {
                  case NONE -> new long[] {0, 0, 0};
                  case SEGMENT -> new long[] {1, 1, 2};
                  case INTERVAL -> new long[] {1, 2, 2};
                  case RECORD -> new long[] {A_SEGMENT + 1, A_SEGMENT + 1, A_SEGMENT + 1};
                });
      }
    }
  }

  @Test
  void shouldCountFramesThatBreakWhileItIsOpen() throws IOException {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      spool.appendStored(0, A_SEGMENT + 2);
      Path segment = TestSpool.segments(folder()).getFirst();
      byte[] bytes = Files.readAllBytes(segment);
      int record = (int) RecordDescriptor.recordBytes(TestSpool.FRAME_BYTES);
      bytes[4096 + 2 * record + 100] ^= 1;
      bytes[4096 + 3 * record + 8] ^= 1;
      Files.write(segment, bytes);
      var expected = TestSpool.numbers(0, A_SEGMENT + 2);
      expected.removeIf(number -> number == 2 || number == 3);
      assertThat(spool.takeAll()).isEqualTo(expected);
      assertThat(spool.statistics().corruptRecords()).isEqualTo(2);
      assertThat(spool.statistics().corruptPoints()).isEqualTo(TestSpool.points(2, 4));
      assertThat(spool.statistics().records()).isZero();
      assertThat(spool.statistics().points()).isZero();
    }
  }

  @Test
  void shouldRefuseSizesThatAreNone() {
    try (var spool = new TestSpool(TestSpool.small(folder()).build())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> spool.store.append(1, -1, 0, 0, 0))
          .withMessage("spool: byteSize=-1 points=0, write 0 or more");
      spool.store.close();
      assertThatIllegalStateException()
          .isThrownBy(() -> spool.store.peek())
          .withMessage("spool: folder=" + folder() + " is closed");
    }
  }
}

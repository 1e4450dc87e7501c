package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random operations beside a plain model of lists; closed and opened at random points. */
class SpoolModelTest {
  private static final int RUNS = 20;
  private static final int OPERATIONS = 400;
  private static final long SEED = Long.getLong("numetry.random.seed", System.nanoTime());
  private static final Duration MAX_AGE = Duration.ofSeconds(100);
  private static final long MAX_BYTES = 6L * TestSpool.SEGMENT_BYTES;

  @TempDir Path temp;

  private record Frame(long number, long unixNano, int byteSize) {}

  /** Bytes and frames of a segment, counted by hand. */
  private static final class ModelSegment {
    long fileBytes;
    long endBytes = 4096;
    final Deque<Frame> frames = new ArrayDeque<>();
  }

  /** What a spool does, without a disk. */
  private static final class Model {
    final Deque<ModelSegment> segments = new ArrayDeque<>();
    @Nullable ModelSegment active;
    @Nullable Frame held;
    @Nullable ModelSegment heldSegment;
    long droppedBySize;
    long droppedByAge;
    long acknowledged;
    long refused;

    void append(Frame frame) {
      expire(frame.unixNano);
      long bytes = 64 + (frame.byteSize + 63) / 64 * 64L;
      long fileBytes = Math.max(TestSpool.SEGMENT_BYTES, up(4096 + bytes));
      if (up(4096 + bytes) + TestSpool.SEGMENT_BYTES > MAX_BYTES) {
        refused++;
        return;
      }
      if (active == null || active.fileBytes - active.endBytes < bytes) {
        active = null;
        while (bytes() + fileBytes > MAX_BYTES) {
          dropOldest();
        }
        active = new ModelSegment();
        active.fileBytes = fileBytes;
        segments.add(active);
        passBy();
      }
      active.endBytes += bytes;
      active.frames.add(frame);
    }

    private static long up(long bytes) {
      return (bytes + 65535) / 65536 * 65536;
    }

    private long bytes() {
      return TestSpool.SEGMENT_BYTES + segments.stream().mapToLong(s -> s.fileBytes).sum();
    }

    private void dropOldest() {
      ModelSegment gone = segments.remove();
      droppedBySize += gone.frames.size() - (gone == heldSegment ? 1 : 0);
      gone.frames.clear();
    }

    /** Segments that nothing is left of go, but for the one that is written to. */
    private void passBy() {
      while (!segments.isEmpty()
          && segments.peek() != active
          && segments.element().frames.isEmpty()) {
        segments.remove();
      }
    }

    @Nullable Frame oldest() {
      for (ModelSegment segment : segments) {
        if (!segment.frames.isEmpty()) {
          return segment.frames.peek();
        }
      }
      return null;
    }

    private void removeOldestFrame() {
      passBy();
      segments.element().frames.remove();
      passBy();
    }

    void expire(long now) {
      while (held == null) {
        Frame oldest = oldest();
        if (oldest == null || oldest.unixNano >= now - MAX_AGE.toNanos()) {
          return;
        }
        removeOldestFrame();
        droppedByAge++;
      }
    }

    void peek(long now) {
      if (held == null) {
        expire(now);
        held = oldest();
        heldSegment = held == null ? null : segments.element();
      }
    }

    void acknowledge() {
      acknowledged++;
      if (segments.contains(heldSegment)) {
        removeOldestFrame();
      }
      held = null;
      heldSegment = null;
    }

    void giveBack() {
      if (!segments.contains(heldSegment)) {
        droppedBySize++;
      }
      held = null;
      heldSegment = null;
    }

    void reopen(long now) {
      held = null;
      heldSegment = null;
      active = null;
      segments.removeIf(segment -> segment.frames.isEmpty());
      for (ModelSegment segment : segments) {
        segment.fileBytes = up(segment.endBytes);
      }
      droppedBySize = 0;
      droppedByAge = 0;
      acknowledged = 0;
      refused = 0;
      expire(now);
    }

    long size() {
      return segments.stream().mapToLong(s -> s.frames.size()).sum();
    }
  }

  @Test
  void shouldDoAsTheModelDoes() {
    long dropped = 0;
    long aged = 0;
    for (int run = 0; run < RUNS; run++) {
      var random = new Random(SEED + run);
      var model = new Model();
      SpoolOptions options =
          TestSpool.small(temp.resolve("run-" + run)).maxBytes(MAX_BYTES).maxAge(MAX_AGE).build();
      try (var spool = new TestSpool(options)) {
        for (int i = 0; i < OPERATIONS; i++) {
          step(random, spool, model, i);
          compare(spool, model, "run " + run + " step " + i + " -Dnumetry.random.seed=" + SEED);
          dropped += model.droppedBySize > 0 ? 1 : 0;
          aged += model.droppedByAge > 0 ? 1 : 0;
        }
      }
    }
    // The paths were all taken.
    assertThat(dropped).isPositive();
    assertThat(aged).isPositive();
  }

  private static void step(Random random, TestSpool spool, Model model, int number) {
    long now = spool.clock.unixNano();
    switch (random.nextInt(20)) {
      case 0 -> {
        spool.reopen();
        model.reopen(now);
      }
      case 1, 2 -> {
        spool.clock.advance(Duration.ofSeconds(random.nextInt(40)));
        spool.store.tick();
        model.expire(spool.clock.unixNano());
      }
      case 3, 4, 5 -> {
        spool.store.peek();
        model.peek(now);
      }
      case 6, 7 -> {
        if (model.held != null) {
          spool.store.giveBack();
          model.giveBack();
        }
      }
      case 8, 9, 10, 11, 12 -> {
        spool.store.peek();
        model.peek(now);
        if (model.held != null) {
          spool.store.acknowledge();
          model.acknowledge();
        }
      }
      default -> {
        int byteSize =
            switch (random.nextInt(30)) {
              case 0 -> random.nextInt(5 * TestSpool.SEGMENT_BYTES);
              case 1 -> TestSpool.SEGMENT_BYTES - 4096 - 64 - random.nextInt(3) + 1;
              default -> random.nextInt(20_000);
            };
        spool.append(number, byteSize);
        model.append(new Frame(number, now, byteSize));
      }
    }
  }

  private static void compare(TestSpool spool, Model model, String context) {
    SpoolStatistics statistics = spool.statistics();
    spool.assertBalanced();
    // A held frame whose segment had to go is in no segment, but not settled either.
    long heldOutside = model.held != null && !model.segments.contains(model.heldSegment) ? 1 : 0;
    assertThat(statistics.records()).as(context).isEqualTo(model.size() + heldOutside);
    assertThat(statistics.droppedRecords(DropCause.SIZE))
        .as(context)
        .isEqualTo(model.droppedBySize);
    assertThat(statistics.droppedRecords(DropCause.AGE)).as(context).isEqualTo(model.droppedByAge);
    assertThat(statistics.acknowledgedRecords()).as(context).isEqualTo(model.acknowledged);
    assertThat(statistics.refusedRecords(AppendResult.TOO_LARGE))
        .as(context)
        .isEqualTo(model.refused);
    assertThat(statistics.corruptRecords() + statistics.missingRecords()).as(context).isZero();
    assertThat(statistics.bytes()).as(context).isEqualTo(model.bytes());
    if (model.held != null) {
      SpooledFrame frame = spool.store.peek();
      assertThat(frame).as(context).isNotNull();
      assertThat(TestSpool.verified(frame)).as(context).isEqualTo(model.held.number);
      assertThat(frame.byteSize()).as(context).isEqualTo(model.held.byteSize);
    }
  }
}

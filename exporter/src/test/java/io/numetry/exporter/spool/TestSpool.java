package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A spool with a clock of its own, fed with frames whose content follows from their number: what
 * comes out can be told to be what went in.
 */
final class TestSpool implements AutoCloseable {
  static final int SEGMENT_BYTES = 64 << 10;

  /** Frames of this size: so many fit into one segment. */
  static final int FRAME_BYTES = 4000;

  static final int FRAMES_A_SEGMENT =
      (SEGMENT_BYTES - 4096) / (int) RecordDescriptor.recordBytes(FRAME_BYTES);

  static final long BEGIN_UNIX_NANO = 1_800_000_000_000_000_000L;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment memory = arena.allocate(4 << 20, 64);
  final TestClock clock;
  final SpoolOptions options;
  SpoolStore store;

  /** Time stands still unless it is told to go on. */
  static final class TestClock extends SpoolClock {
    private long nanos;

    TestClock() {
      super(() -> Instant.EPOCH);
    }

    void advance(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    long unixNano() {
      return BEGIN_UNIX_NANO + nanos;
    }

    @Override
    long nanoTime() {
      return nanos;
    }
  }

  TestSpool(SpoolOptions options) {
    this(options, new TestClock());
  }

  TestSpool(SpoolOptions options, TestClock clock) {
    this.options = options;
    this.clock = clock;
    this.store = opened();
  }

  static SpoolOptions.Builder small(Path folder) {
    return SpoolOptions.builder(folder)
        .segmentBytes(SEGMENT_BYTES)
        .maxBytes(100L * SEGMENT_BYTES)
        .sync(SpoolSync.NONE);
  }

  static SpoolException refusal(SpoolOptions options) {
    try {
      SpoolStore.open(options).close();
    } catch (SpoolException e) {
      return e;
    }
    throw new AssertionError("opened: " + options);
  }

  private SpoolStore opened() {
    try {
      return SpoolStore.open(options, clock);
    } catch (SpoolException e) {
      throw new AssertionError(e);
    }
  }

  void reopen() {
    store.close();
    store = opened();
  }

  /** Frame number n has n % 7 + 1 points, and n as its flags. */
  static int points(long number) {
    return (int) (number % 7) + 1;
  }

  static long points(long from, long to) {
    long points = 0;
    for (long number = from; number < to; number++) {
      points += points(number);
    }
    return points;
  }

  static byte content(long number, int at) {
    return (byte) (number * 31 + at * 7L + (at >> 8));
  }

  AppendResult append(long number) {
    return append(number, FRAME_BYTES);
  }

  AppendResult append(long number, int byteSize) {
    for (int i = 0; i < byteSize; i++) {
      memory.set(ValueLayout.JAVA_BYTE, i, content(number, i));
    }
    return store.append(memory.address(), byteSize, points(number), clock.unixNano(), (int) number);
  }

  void appendStored(long from, long to) {
    for (long number = from; number < to; number++) {
      assertThat(append(number)).isEqualTo(AppendResult.STORED);
    }
  }

  /** Takes out the oldest frame and tells its number; -1 if there is none. */
  long take() {
    SpooledFrame frame = store.peek();
    if (frame == null) {
      return -1;
    }
    long number = verified(frame);
    store.acknowledge();
    return number;
  }

  List<Long> takeAll() {
    List<Long> numbers = new ArrayList<>();
    for (long number = take(); number >= 0; number = take()) {
      numbers.add(number);
    }
    return numbers;
  }

  /** The number of a frame, whose content and points are what they were. */
  static long verified(SpooledFrame frame) {
    int number = frame.flags();
    assertThat(frame.points()).isEqualTo(points(number));
    ByteBuffer payload = frame.payload();
    assertThat(payload.isDirect()).isTrue();
    assertThat(payload.isDirect()).isTrue();
    assertThat(payload.remaining()).isEqualTo(frame.byteSize());
    int begin = payload.position();
    for (int i = 0; i < frame.byteSize(); i++) {
      if (payload.get(begin + i) != content(number, i)) {
        throw new AssertionError("frame " + number + " differs at " + i);
      }
    }
    return number;
  }

  static List<Long> numbers(long from, long to) {
    List<Long> numbers = new ArrayList<>();
    for (long number = from; number < to; number++) {
      numbers.add(number);
    }
    return numbers;
  }

  SpoolStatistics statistics() {
    return store.statistics();
  }

  /** Names in the folder, in order. */
  static List<String> files(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    names.sort(null);
    return names;
  }

  static List<Path> segments(Path folder) {
    return files(folder).stream()
        .filter(name -> name.startsWith("segment-") && name.endsWith(".spool"))
        .map(folder::resolve)
        .toList();
  }

  /** What was given or settled in this process and what is left add up. */
  void assertBalanced() {
    SpoolStatistics s = statistics();
    long dropped = 0;
    long droppedPoints = 0;
    for (DropCause cause : DropCause.values()) {
      dropped += s.droppedRecords(cause);
      droppedPoints += s.droppedPoints(cause);
    }
    // Corrupt records that were found by opening were never counted as held.
    assertThat(s.records())
        .isEqualTo(s.storedRecords() + s.recoveredRecords() - s.acknowledgedRecords() - dropped);
    assertThat(s.points())
        .isEqualTo(s.storedPoints() + s.recoveredPoints() - s.acknowledgedPoints() - droppedPoints);
  }

  @Override
  public void close() {
    store.close();
    arena.close();
  }
}

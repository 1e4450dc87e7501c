package io.numetry.exporter.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.numetry.exporter.testkit.TestNode;
import io.numetry.histogram.ExponentialCells;
import io.numetry.histogram.ExponentialIndex;
import io.numetry.histogram.ExponentialRecording;
import io.numetry.memory.NativeAccess;
import io.numetry.schema.ExponentialLayout;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialBucketsTest {
  private static final ExponentialLayout LAYOUT = new ExponentialLayout(8, 0, true);

  /** Where counts begin to need another way, and the largest. */
  private static final int[] MAX_BITS = {8, 14, 15, 28, 29, 63};

  private static ExponentialHistogramDataPoint encoded(long cell) {
    try (var buckets = new ExponentialBuckets(new TestNode())) {
      buckets.reserveFor(LAYOUT);
      buckets.encodeAside(cell, LAYOUT);
      return parsed(buckets);
    }
  }

  private static ExponentialHistogramDataPoint parsed(ExponentialBuckets buckets) {
    byte[] bytes = new byte[buckets.bytes()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = NativeAccess.getByte(buckets.address() + i);
    }
    try {
      var parsed = ExponentialHistogramDataPoint.parseFrom(bytes);
      assertThat(parsed.toByteString()).isEqualTo(ByteString.copyFrom(bytes));
      return parsed;
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("not a point", e);
    }
  }

  /** The word of the lowest bucket in use. */
  private static long lowest(long cell) {
    long word = cell + ExponentialLayout.BUCKETS;
    while (NativeAccess.getLong(word) == 0) {
      word += Long.BYTES;
    }
    return word;
  }

  private static void empty(long lowest, int k) {
    NativeAccess.putLong(lowest + (long) k * Long.BYTES, 0);
  }

  @Test
  void shouldTrimEmptyBucketsOnBothSides() {
    ExponentialIndex.initialize();
    try (Arena arena = Arena.ofConfined()) {
      long cell = arena.allocate(LAYOUT.cellBytes(), Long.BYTES).address();
      for (double value : new double[] {3, 6, 12, 24, 48, 96}) {
        ExponentialRecording.record(cell, LAYOUT, value, 5);
      }
      assertThat(encoded(cell).getPositive()).isEqualTo(buckets(1, 5, 5, 5, 5, 5, 5));
      long lowest = lowest(cell);
      empty(lowest, 0);
      empty(lowest, 3);
      empty(lowest, 5);
      assertThat(encoded(cell).getPositive()).isEqualTo(buckets(2, 5, 5, 0, 5));
      empty(lowest, 1);
      empty(lowest, 2);
      assertThat(encoded(cell).getPositive()).isEqualTo(buckets(5, 5));
      empty(lowest, 4);
      assertThat(encoded(cell)).isEqualTo(ExponentialHistogramDataPoint.getDefaultInstance());
    }
  }

  /**
   * Whether counts are written eight at once, four, two or one depends on them and their
   * neighbours.
   */
  @Test
  void shouldWriteCountsOfEverySize() {
    ExponentialIndex.initialize();
    long seed = Long.getLong("numetry.test.seed", System.nanoTime());
    System.out.println("counts of every size: -Dnumetry.test.seed=" + seed);
    var random = new Random(seed);
    var layout = new ExponentialLayout(40, 0, true);
    try (Arena arena = Arena.ofConfined();
        var buckets = new ExponentialBuckets(new TestNode())) {
      buckets.reserveFor(layout);
      for (int run = 0; run < 5_000; run++) {
        long cell = arena.allocate(layout.cellBytes(), Long.BYTES).address();
        int width = 1 + random.nextInt(40);
        ExponentialRecording.record(cell, layout, 3, 1);
        ExponentialRecording.record(cell, layout, Math.scalb(3.0, width - 1), 1);
        int largeInEight = random.nextInt(9);
        int maxBits = MAX_BITS[random.nextInt(MAX_BITS.length)];
        var expected = new ArrayList<Long>();
        long sum = 0;
        for (int k = 0; k < width; k++) {
          int bits = random.nextInt(8) < largeInEight ? 1 + random.nextInt(maxBits) : 7;
          long count =
              (random.nextLong() >>> (Long.SIZE - bits)) | (k == 0 || k == width - 1 ? 1 : 0);
          NativeAccess.putLong(lowest(cell, layout) + (long) k * Long.BYTES, count);
          expected.add(count);
          sum = sum + count < 0 ? Long.MAX_VALUE : sum + count;
        }
        buckets.encodeAside(cell, layout);
        assertThat(parsed(buckets).getPositive().getBucketCountsList()).isEqualTo(expected);
        assertThat(buckets.count()).isEqualTo(sum);
      }
    }
  }

  private static long lowest(long cell, ExponentialLayout layout) {
    return ExponentialCells.lowestBucket(cell, layout, false);
  }

  @Test
  void shouldTakeMoreRoomForALargerLayout() {
    try (var buckets = new ExponentialBuckets(new TestNode())) {
      buckets.reserveFor(LAYOUT);
      long small = buckets.capacity();
      buckets.reserveFor(new ExponentialLayout(ExponentialLayout.MAX_BUCKETS, 20, true));
      assertThat(buckets.capacity()).isGreaterThan(small);
      long large = buckets.capacity();
      buckets.reserveFor(LAYOUT);
      assertThat(buckets.capacity()).isEqualTo(large);
    }
  }

  private static Buckets buckets(int offset, long... counts) {
    var built = Buckets.newBuilder().setOffset(offset);
    for (long count : counts) {
      built.addBucketCounts(count);
    }
    return built.build();
  }
}

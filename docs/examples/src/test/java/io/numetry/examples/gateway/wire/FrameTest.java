package io.numetry.examples.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final int FRAMES = 50_000;

  @Test
  void readsWhatTheLineWritesAndRefusesWhatItBreaks() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(SpscRing.SLOT_BYTES, Long.BYTES);
      var line = new Line(7, 1, 0);
      var frame = new Frame(slot);
      int orders = 0;
      int quotes = 0;
      int malformed = 0;
      for (int i = 0; i < FRAMES; i++) {
        int bytes = line.next(slot, 0, i);
        if (!frame.moveTo(0)) {
          malformed++;
          continue;
        }
        assertThat(frame.bytes()).isEqualTo(bytes);
        assertThat(frame.lineNanoTime()).isEqualTo(i);
        if (frame.isOrder()) {
          orders++;
          assertThat(frame.quantity()).isBetween(1L, 100L);
          assertThat(Math.abs(frame.signedQuantity())).isEqualTo(frame.quantity());
          assertThat(frame.price()).isBetween(1.0, 256.0);
        } else {
          quotes++;
          assertThat(frame.spread()).isBetween(1.0 / 16, 2.0);
        }
      }
      assertThat(orders + quotes + malformed).isEqualTo(FRAMES);
      assertThat(malformed).isBetween(FRAMES / 1000, FRAMES / 250);
      assertThat(orders).isBetween(FRAMES * 2 / 5, FRAMES * 3 / 5);
    }
  }

  @Test
  void refusesAFrameWithAnySingleBitFlipped() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(SpscRing.SLOT_BYTES, Long.BYTES);
      var line = new Line(7, 1, 0);
      var frame = new Frame(slot);
      int bytes = line.next(slot, 0, 1);
      assertThat(frame.moveTo(0)).isTrue();
      for (int bit = 0; bit < bytes * Byte.SIZE; bit++) {
        flip(slot, bit);
        assertThat(frame.moveTo(0)).as("bit %d", bit).isFalse();
        flip(slot, bit);
      }
      assertThat(frame.moveTo(0)).isTrue();
    }
  }

  @Test
  void theLineKeepsItsRateInBursts() {
    var line = new Line(7, 1_000, 0);
    assertThat(line.hasNext(TimeUnit.MILLISECONDS.toNanos(1))).isFalse();
    assertThat(line.hasNext(TimeUnit.MILLISECONDS.toNanos(10))).isTrue();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(SpscRing.SLOT_BYTES, Long.BYTES);
      int frames = 0;
      while (line.hasNext(TimeUnit.MILLISECONDS.toNanos(10))) {
        line.next(slot, 0, 0);
        frames++;
      }
      assertThat(frames).isEqualTo(10);
    }
  }

  private static void flip(MemorySegment slot, int bit) {
    long at = bit / Byte.SIZE;
    byte flipped = (byte) (slot.get(ValueLayout.JAVA_BYTE, at) ^ (1 << (bit % Byte.SIZE)));
    slot.set(ValueLayout.JAVA_BYTE, at, flipped);
  }
}

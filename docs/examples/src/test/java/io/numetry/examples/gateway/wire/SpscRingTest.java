package io.numetry.examples.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpscRingTest {

  @Test
  void isFullAtItsCapacityAndEmptyAfterwards() {
    try (Arena arena = Arena.ofConfined()) {
      var ring = new SpscRing(arena, 4);
      for (int i = 0; i < 4; i++) {
        assertThat(ring.writer().claim()).isPositive();
        ring.writer().publish();
      }
      assertThat(ring.writer().claim()).isEqualTo(-1);
      assertThat(ring.writer().depth()).isEqualTo(4);
      assertThat(ring.reader().depth()).isEqualTo(4);
      for (int i = 0; i < 4; i++) {
        assertThat(ring.reader().peek()).isPositive();
        ring.reader().remove();
      }
      assertThat(ring.reader().peek()).isEqualTo(-1);
      assertThat(ring.writer().claim()).isPositive();
    }
  }

  @Test
  void isFinishedOnlyWhenItIsEmpty() {
    try (Arena arena = Arena.ofConfined()) {
      var ring = new SpscRing(arena, 4);
      ring.writer().claim();
      ring.writer().publish();
      ring.writer().finish();
      assertThat(ring.reader().isFinished()).isFalse();
      ring.reader().remove();
      assertThat(ring.reader().isFinished()).isTrue();
    }
  }

  @Test
  void carriesEveryValueInOrderFromThreadToThread() throws Exception {
    int count = 200_000;
    try (Arena arena = Arena.ofShared()) {
      var ring = new SpscRing(arena, 16);
      var writing =
          CompletableFuture.runAsync(
              () -> {
                for (long i = 0; i < count; i++) {
                  long slot = ring.writer().claim();
                  while (slot < 0) {
                    Thread.onSpinWait();
                    slot = ring.writer().claim();
                  }
                  ring.memory().set(ValueLayout.JAVA_LONG, slot, i);
                  ring.writer().publish();
                }
                ring.writer().finish();
              });
      long expected = 0;
      while (!ring.reader().isFinished()) {
        long slot = ring.reader().peek();
        if (slot >= 0) {
          long value = ring.memory().get(ValueLayout.JAVA_LONG, slot);
          if (value != expected) {
            fail("value=%d where %d was expected", value, expected);
          }
          expected++;
          ring.reader().remove();
        }
      }
      writing.get(10, TimeUnit.SECONDS);
      assertThat(expected).isEqualTo(count);
    }
  }
}

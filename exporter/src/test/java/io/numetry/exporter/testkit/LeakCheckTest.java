package io.numetry.exporter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.util.ResourceLeakDetector;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeakCheckTest {

  @Test
  void shouldTellOfABufferThatIsNotReleased() {
    assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
    var check = new LeakCheck();
    assertThat(check.leaks()).isEmpty();
    Unpooled.directBuffer(16).writeByte(1);
    // References are queued by a thread of the JVM, some time after the collection.
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (check.leaks().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(check.leaks()).isNotEmpty();
  }
}

package io.numetry.exporter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.Test;

class LeakCheckTest {

  @Test
  void shouldTellOfABufferThatIsNotReleased() {
    assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
    var check = new LeakCheck();
    assertThat(check.leaks()).isEmpty();
    Unpooled.directBuffer(16).writeByte(1);
    assertThat(check.leaks()).isNotEmpty();
  }
}

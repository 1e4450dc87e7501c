package io.numetry.exporter.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelAttemptTest {

  @ParameterizedTest
  @CsvSource({"10000, 1, 0", "10000, 2, 5000", "10000, 3, 3333", "1, 2, 1", "0, 1, 0", "0, 2, 0"})
  void shouldLeaveTimeForEachAddress(int timeoutMillis, int addresses, int connectMillis) {
    assertThat(ChannelAttempt.connectTimeoutMillis(Duration.ofMillis(timeoutMillis), addresses))
        .isEqualTo(connectMillis);
  }
}

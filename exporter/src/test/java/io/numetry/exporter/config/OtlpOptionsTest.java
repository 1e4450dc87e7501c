package io.numetry.exporter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OtlpOptionsTest {

  @Test
  void shouldSayWhatIsWrongAndWhatToWrite() {
    OtlpOptionsBuilder options = OtlpOptions.builder();
    refused(
        () -> options.timeout(Duration.ofMillis(-1)),
        "timeout=PT-0.001S, write 1 ms to 24 days, or zero for no limit");
    refused(
        () -> options.timeout(Duration.ofDays(25)),
        "timeout=PT600H, write 1 ms to 24 days, or zero for no limit");
    refused(() -> options.maxRequestBytes(0), "maxRequestBytes=0, write 1 to 1073741824");
    refused(
        () -> options.maxRequestBytes(1L << 31),
        "maxRequestBytes=2147483648, write 1 to 1073741824");
    refused(() -> options.maxResponseBytes(0), "maxResponseBytes=0, write 1 or more");
    refused(() -> options.maxCollections(0), "maxCollections=0, write 1 or more");
    refused(() -> options.maxInFlight(0), "maxInFlight=0, write 1 to 1000");
    refused(() -> options.maxInFlight(1001), "maxInFlight=1001, write 1 to 1000");
    refused(() -> options.compressionLevel(0), "compressionLevel=0, write 1 to 9");
    refused(() -> options.compressionLevel(10), "compressionLevel=10, write 1 to 9");
    refused(() -> new ProxyOptions(" ", 1), "proxy: host= is empty; write the name of a host");
    refused(() -> new ProxyOptions("p", 0), "proxy: port=0, write 1 to 65535");
    refused(
        () -> new ProxyOptions("p", 1, "user", null),
        "proxy: a user needs a password, and the reverse");
    refused(
        () -> new ProxyOptions("p", 1, "u:ser", "s3cret"),
        "proxy: user=u:ser has a colon, which none may have");
    refused(
        () ->
            OtlpOptions.builder()
                .endpoint("endpoint", "unix:/run/x")
                .proxy(new ProxyOptions("p", 1))
                .build(),
        "proxy=p:1 cannot reach unix:/run/x; leave the proxy out");
    refused(() -> retry(0, 2, 1), "retry: initial=PT0S, write 1 ms or more");
    refused(() -> retry(1, Double.NaN, 1), "retry: multiplier=NaN, write 1 to 100");
    refused(() -> retry(1, 0.9, 1), "retry: multiplier=0.9, write 1 to 100");
    refused(
        () -> retry(2, 1, 1),
        "retry: max=PT0.001S, write no less than initial=PT0.002S, at most an hour");
    refused(() -> new HttpHeader("", ""), "header: name= is not an HTTP header's name");
    refused(() -> new HttpHeader("Host", ""), "header: name=Host is set by the exporter itself");
    refused(
        () -> new HttpHeader("k", "\r\n"),
        "header: the value of k has characters other than visible ASCII and space");
  }

  @Test
  void shouldNotShowAPassword() {
    var proxy = new ProxyOptions("p", 3128, "user", "s3cret");
    assertThat(proxy).hasToString("p:3128");
    assertThat(OtlpOptions.builder().proxy(proxy).build().toString()).doesNotContain("s3cret");
  }

  private static RetryOptions retry(int initialMillis, double multiplier, int maxMillis) {
    return new RetryOptions(
        Duration.ofMillis(initialMillis), multiplier, Duration.ofMillis(maxMillis));
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
  }
}

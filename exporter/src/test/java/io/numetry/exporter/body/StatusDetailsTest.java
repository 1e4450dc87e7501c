package io.numetry.exporter.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.DebugInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusDetailsTest {
  private static final long HOUR = TimeUnit.HOURS.toSeconds(1);

  private static OptionalLong read(byte[] status) throws MalformedException {
    return StatusDetails.retryDelayNanos(Unpooled.wrappedBuffer(status));
  }

  private static Status status(Duration delay) {
    return Status.newBuilder()
        .setCode(8)
        .setMessage("later")
        .addDetails(Any.pack(DebugInfo.newBuilder().setDetail("d").addStackEntries("s").build()))
        .addDetails(Any.pack(RetryInfo.newBuilder().setRetryDelay(delay).build()))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 500000000, 1500000000",
    "3599, 999999999, 3599999999999",
    "3600, 0, 3600000000000",
    "9223372036854775807, 999999999, 3600000000000",
    "-1, 0, 0",
    "0, -1, 0",
    "0, 1000000000, 0",
  })
  void shouldReadTheDelay(long seconds, int nanos, long delayNanos) throws MalformedException {
    var delay = Duration.newBuilder().setSeconds(seconds).setNanos(nanos).build();
    assertThat(read(status(delay).toByteArray())).hasValue(delayNanos);
  }

  @Test
  void shouldFindNoneWhereThereIsNone() throws MalformedException {
    assertThat(read(new byte[0])).isEmpty();
    assertThat(read(Status.newBuilder().setCode(8).setMessage("m").build().toByteArray()))
        .isEmpty();
    Any other = Any.newBuilder().setTypeUrl("type.googleapis.com/x.google.rpc.RetryInfo").build();
    assertThat(read(Status.newBuilder().addDetails(other).build().toByteArray())).isEmpty();
    Any bare = Any.newBuilder().setTypeUrl("google.rpc.RetryInfo").build();
    assertThat(read(Status.newBuilder().addDetails(bare).build().toByteArray())).isEmpty();
    assertThat(read(Status.newBuilder().addDetails(Any.getDefaultInstance()).build().toByteArray()))
        .isEmpty();
  }

  @Test
  void shouldTakeARetryInfoWithoutADelayForOneOfNone() throws MalformedException {
    var status = Status.newBuilder().addDetails(Any.pack(RetryInfo.getDefaultInstance())).build();
    assertThat(read(status.toByteArray())).hasValue(0);
  }

  @Test
  void shouldRefuseWhatIsMalformed() {
    assertThatThrownBy(() -> read(new byte[] {26, 5, 10})).isInstanceOf(MalformedException.class);
  }

  /**
   * 50,000 cases: cut or altered anywhere, a status gives what protobuf reads in it, or is refused.
   */
  @Test
  void shouldReadNothingIntoADamagedStatus() throws InvalidProtocolBufferException {
    long seed = Long.getLong("numetry.test.seed", System.nanoTime());
    System.out.println("damaged statuses: -Dnumetry.test.seed=" + seed);
    var random = new Random(seed);
    byte[] whole =
        status(Duration.newBuilder().setSeconds(70).setNanos(900_000_000).build()).toByteArray();
    int readable = 0;
    for (int turn = 0; turn < 50_000; turn++) {
      byte[] damaged =
          random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int i = random.nextInt(3); i > 0 && damaged.length > 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      OptionalLong delay;
      try {
        delay = read(damaged);
      } catch (MalformedException e) {
        continue;
      }
      assertThat(delay.orElse(0)).isBetween(0L, TimeUnit.SECONDS.toNanos(HOUR));
      OptionalLong expected;
      try {
        expected = oracle(Status.parseFrom(damaged));
      } catch (InvalidProtocolBufferException e) {
        continue; // Protobuf also checks what is skipped here: UTF-8, and end tags.
      }
      assertThat(delay).as("seed %d turn %d", seed, turn).isEqualTo(expected);
      readable++;
    }
    assertThat(readable).isGreaterThan(1000);
  }

  private static OptionalLong oracle(Status status) throws InvalidProtocolBufferException {
    for (Any detail : status.getDetailsList()) {
      if (detail.is(RetryInfo.class)) {
        Duration delay = detail.unpack(RetryInfo.class).getRetryDelay();
        if (delay.getSeconds() >= HOUR) {
          return OptionalLong.of(TimeUnit.SECONDS.toNanos(HOUR));
        }
        boolean isDelay =
            delay.getSeconds() >= 0 && delay.getNanos() >= 0 && delay.getNanos() < 1_000_000_000;
        return OptionalLong.of(
            isDelay ? TimeUnit.SECONDS.toNanos(delay.getSeconds()) + delay.getNanos() : 0);
      }
    }
    return OptionalLong.empty();
  }
}

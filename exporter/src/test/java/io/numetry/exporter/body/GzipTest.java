package io.numetry.exporter.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

  private static byte[] compress(Gzip gzip, byte[] plain) {
    ByteBuf target = PooledByteBufAllocator.DEFAULT.directBuffer(16);
    try {
      gzip.compress(ByteBuffer.allocateDirect(plain.length).put(plain).flip(), target);
      return ByteBufUtil.getBytes(target);
    } finally {
      target.release();
    }
  }

  /** The JDK's own reader checks header, checksum and length. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 10_000, 1_000_000})
  void shouldCompressWhatTheJdkReads(int size) throws IOException {
    var random = new Random(size);
    byte[] noise = new byte[size];
    random.nextBytes(noise);
    byte[] regular = new byte[size];
    for (int i = 0; i < size; i++) {
      regular[i] = (byte) (i % 97);
    }
    try (var gzip = new Gzip(1)) {
      for (byte[] plain : new byte[][] {noise, regular, noise}) {
        byte[] compressed = compress(gzip, plain);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
          assertThat(in.readAllBytes()).isEqualTo(plain);
        }
      }
    }
  }

  @Test
  void shouldReadExactlyAsMuchAsItMay() throws Exception {
    try (var gzip = new Gzip(6)) {
      byte[] compressed = compress(gzip, new byte[1000]);
      assertThat(Gunzip.of(Unpooled.wrappedBuffer(compressed), 1000).readableBytes())
          .isEqualTo(1000);
      assertThatThrownBy(() -> Gunzip.of(Unpooled.wrappedBuffer(compressed), 999))
          .isInstanceOf(TooLargeException.class)
          .hasMessage("a response of more than 999 bytes");
    }
  }

  /** 20,000 cases: damaged anywhere, a body is read, or refused as malformed or too large. */
  @Test
  void shouldReadDamagedBodiesOrRefuseThem() {
    long seed = Long.getLong("numetry.test.seed", System.nanoTime());
    System.out.println("damaged gzip: -Dnumetry.test.seed=" + seed);
    var random = new Random(seed);
    byte[] whole;
    try (var gzip = new Gzip(6)) {
      whole =
          compress(gzip, "partial success, some points were too old".repeat(20).getBytes(US_ASCII));
    }
    int read = 0;
    for (int turn = 0; turn < 20_000; turn++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int i = random.nextInt(3); i > 0 && damaged.length > 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(Gunzip.of(Unpooled.wrappedBuffer(damaged), 1000).readableBytes())
            .as("seed %d turn %d", seed, turn)
            .isLessThanOrEqualTo(1000);
        read++;
      } catch (MalformedException | TooLargeException e) {
        assertThat(e).hasMessageMatching("not gzip: .*|a response of more than 1000 bytes");
      }
    }
    assertThat(read).isPositive();
  }
}

package io.numetry.exporter.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.ZstdVersion;
import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZstdTest {

  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(size).nextBytes(noise);
    return noise;
  }

  private static byte[] regular(int size) {
    byte[] regular = new byte[size];
    for (int i = 0; i < size; i++) {
      regular[i] = (byte) (i % 97);
    }
    return regular;
  }

  private static ByteBuffer direct(byte[] plain) {
    return ByteBuffer.allocateDirect(plain.length).put(plain).flip();
  }

  private static byte[] compress(Compressor zstd, ByteBuffer plain) {
    ByteBuf target = PooledByteBufAllocator.DEFAULT.directBuffer(16);
    try {
      zstd.compress(plain, target);
      return ByteBufUtil.getBytes(target);
    } finally {
      target.release();
    }
  }

  /** All of it is one frame, which says how large it is: also readers that want that read it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 10_000, 1_000_000, 20_000_000})
  void shouldCompressToOneFrame(int size) {
    try (var zstd = new Zstd(1)) {
      for (byte[] plain : new byte[][] {noise(size), regular(size), noise(size)}) {
        byte[] compressed = compress(zstd, direct(plain));
        assertThat(com.github.luben.zstd.Zstd.findFrameCompressedSize(compressed))
            .isEqualTo(compressed.length);
        assertThat(com.github.luben.zstd.Zstd.getFrameContentSize(compressed)).isEqualTo(size);
        assertThat(com.github.luben.zstd.Zstd.decompress(compressed, size)).isEqualTo(plain);
      }
    }
  }

  /** RFC 9659: a window of more than 8 MiB may be refused. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 9})
  void shouldKeepTheWindowSmall(int level) {
    try (var zstd = new Zstd(level)) {
      byte[] header = compress(zstd, direct(regular(20_000_000)));
      assertThat(header[4] & 0x20).as("single segment, whose window is its size").isZero();
      int exponent = (header[5] & 0xff) >>> 3;
      int mantissa = header[5] & 7;
      long base = 1L << (10 + exponent);
      assertThat(base + base / 8 * mantissa).isLessThanOrEqualTo(8 << 20);
    }
  }

  @Test
  void shouldEndInAChecksum() {
    try (var zstd = new Zstd(1)) {
      byte[] compressed = compress(zstd, direct(regular(10_000)));
      compressed[compressed.length - 1] ^= 1;
      assertThatThrownBy(() -> com.github.luben.zstd.Zstd.decompress(compressed, 10_000))
          .isInstanceOf(ZstdException.class)
          .hasMessageContaining("checksum");
    }
  }

  /** The heap has nothing of a body, whatever its size. */
  @ParameterizedTest
  @ValueSource(ints = {10_000, 1_000_000, 20_000_000})
  void shouldAllocateOnTheHeapNothingThatGrows(int size) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ByteBuffer plain = direct(noise(size));
    ByteBuf target = PooledByteBufAllocator.DEFAULT.directBuffer(2 * size + 1024);
    try (var zstd = new Zstd(1)) {
      zstd.compress(plain.duplicate(), target.clear());
      long before = threads.getCurrentThreadAllocatedBytes();
      zstd.compress(plain.duplicate(), target.clear());
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .as("views of buffers, and what the library's calls need")
          .isLessThan(8_192);
      assertThat(target.readableBytes()).isGreaterThan(size);
    } finally {
      target.release();
    }
  }

  @Test
  void shouldReadExactlyAsMuchAsItMay() throws Exception {
    try (var zstd = new Zstd(1)) {
      for (int size : new int[] {0, 1, 4096, 4097, 100_000}) {
        byte[] compressed = compress(zstd, direct(noise(size)));
        assertThat(ByteBufUtil.getBytes(Zstd.decompress(compressed, Math.max(1, size))))
            .isEqualTo(noise(size));
        if (size > 1) {
          assertThatThrownBy(() -> Zstd.decompress(compressed, size - 1))
              .isInstanceOf(TooLargeException.class)
              .hasMessage("a response of more than " + (size - 1) + " bytes");
        }
      }
    }
  }

  /** 20,000 cases: damaged anywhere, a body is read, or refused as malformed or too large. */
  @Test
  void shouldReadDamagedBodiesOrRefuseThem() {
    long seed = Long.getLong("numetry.test.seed", System.nanoTime());
    System.out.println("damaged zstd: -Dnumetry.test.seed=" + seed);
    var random = new Random(seed);
    byte[] whole;
    try (var zstd = new Zstd(6)) {
      whole =
          compress(
              zstd,
              direct("partial success, some points were too old".repeat(20).getBytes(US_ASCII)));
    }
    int read = 0;
    for (int turn = 0; turn < 20_000; turn++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int i = random.nextInt(3); i > 0 && damaged.length > 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(Zstd.decompress(damaged, 1000).readableBytes())
            .as("seed %d turn %d", seed, turn)
            .isLessThanOrEqualTo(1000);
        read++;
      } catch (MalformedException | TooLargeException e) {
        assertThat(e).hasMessageMatching("not zstd: .*|a response of more than 1000 bytes");
      }
    }
    assertThat(read).isPositive();
  }

  /** What users are told to add is what the tests have. */
  @Test
  void shouldNameTheArtifactThatItIsTriedWith() {
    assertThat(ZstdMissingException.ARTIFACT)
        .isEqualTo("com.github.luben:zstd-jni:" + ZstdVersion.VERSION);
  }
}

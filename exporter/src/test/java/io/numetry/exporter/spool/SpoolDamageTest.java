package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damage of every kind: what is whole is kept, what is not is counted. The seed of the random cases
 * is in the message of a failure, and -Dnumetry.random.seed repeats it.
 */
class SpoolDamageTest {
  private static final int FLIPS = 1_200;
  private static final int GARBAGE = 300;
  private static final long SEED = Long.getLong("numetry.random.seed", System.nanoTime());
  private static final int FRAME = 500;
  private static final int RECORD = (int) RecordDescriptor.recordBytes(FRAME);
  private static final int HEADER = (int) SegmentDescriptor.RECORDS_OFFSET;

  @TempDir Path temp;

  private Path folder() {
    return temp.resolve("spool");
  }

  private SpoolOptions options() {
    return TestSpool.small(folder()).build();
  }

  /** A folder with one segment of as many frames, not trimmed; its bytes. */
  private byte[] written(int frames) throws IOException {
    try (var spool = new TestSpool(options())) {
      for (int i = 0; i < frames; i++) {
        spool.append(i, FRAME);
      }
    }
    return Files.readAllBytes(segment());
  }

  private Path segment() {
    return TestSpool.segments(folder()).getFirst();
  }

  /** Only this segment and nothing else, as if nothing else had ever been there. */
  private void put(Path segment, byte[] bytes, int length) throws IOException {
    for (String name : TestSpool.files(folder())) {
      if (!name.equals(SpoolLock.NAME) && !name.equals(HeadFile.NAME)) {
        Files.delete(folder().resolve(name));
      }
    }
    Files.write(segment, Arrays.copyOf(bytes, length));
  }

  /** The head as it was, so that each case begins alike. */
  private byte[] head() throws IOException {
    return Files.readAllBytes(folder().resolve(HeadFile.NAME));
  }

  @Test
  void shouldKeepAllButATornRecord() throws IOException {
    byte[] bytes = written(3);
    byte[] head = head();
    Path segment = segment();
    int cases = 0;
    for (int length = HEADER + 2 * RECORD; length < HEADER + 3 * RECORD; length++) {
      put(segment, bytes, length);
      Files.write(folder().resolve(HeadFile.NAME), head);
      try (var spool = new TestSpool(options())) {
        boolean whole = length >= HEADER + 2 * RECORD + 64 + FRAME;
        assertThat(spool.statistics().recoveredRecords()).isEqualTo(whole ? 3 : 2);
        boolean torn = !whole && length > HEADER + 2 * RECORD;
        assertThat(spool.statistics().corruptRecords()).isEqualTo(torn ? 1 : 0);
        spool.append(77, FRAME);
        List<Long> expected = whole ? TestSpool.numbers(0, 3) : TestSpool.numbers(0, 2);
        expected.add(77L);
        assertThat(spool.takeAll()).as("cut at %s", length).isEqualTo(expected);
      }
      cases++;
    }
    assertThat(cases).isEqualTo(RECORD);
  }

  @Test
  void shouldPutAsideWhatIsCutWithinItsHeader() throws IOException {
    byte[] bytes = written(3);
    Path segment = segment();
    for (int length : new int[] {0, 1, 8, 63}) {
      put(segment, bytes, length);
      try (var spool = new TestSpool(options())) {
        assertThat(spool.statistics().quarantinedSegments()).isEqualTo(1);
        assertThat(spool.takeAll()).isEmpty();
        assertThat(TestSpool.files(folder())).contains(segment.getFileName() + ".bad");
      }
    }
    // A header is there twice, but nothing of its records.
    put(segment, bytes, 64);
    try (var spool = new TestSpool(options())) {
      assertThat(spool.statistics().quarantinedSegments()).isZero();
      assertThat(spool.takeAll()).isEmpty();
    }
  }

  @Test
  void shouldCountATornTailOnce() throws IOException {
    byte[] bytes = written(3);
    put(segment(), bytes, HEADER + 2 * RECORD + 100);
    for (int i = 0; i < 3; i++) {
      try (var spool = new TestSpool(options())) {
        assertThat(spool.statistics().corruptRecords()).isEqualTo(i == 0 ? 1 : 0);
        assertThat(spool.statistics().recoveredRecords()).isEqualTo(2);
      }
    }
  }

  @Test
  void shouldLoseOneRecordAtMostToAFlippedBit() throws IOException {
    int frames = 12;
    byte[] bytes = written(frames);
    byte[] head = head();
    Path segment = segment();
    var random = new Random(SEED);
    int lostOnes = 0;
    for (int i = 0; i < FLIPS; i++) {
      int at = random.nextInt(HEADER + frames * RECORD + 4096);
      byte[] flipped = bytes.clone();
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      put(segment, flipped, flipped.length);
      Files.write(folder().resolve(HeadFile.NAME), head);
      int record = at < HEADER ? -1 : (at - HEADER) / RECORD;
      boolean covered = record >= 0 && record < frames && (at - HEADER) % RECORD < 64 + FRAME;
      List<Long> expected = TestSpool.numbers(0, frames);
      if (covered) {
        expected.remove((long) record);
        lostOnes++;
      }
      try (var spool = new TestSpool(options())) {
        assertThat(spool.takeAll())
            .as("flip %s at %s, -Dnumetry.random.seed=%s", i, at, SEED)
            .isEqualTo(expected);
        boolean behind = record >= frames;
        assertThat(spool.statistics().corruptRecords())
            .as("flip %s at %s, -Dnumetry.random.seed=%s", i, at, SEED)
            .isEqualTo(covered || behind ? 1 : 0);
        assertThat(spool.statistics().quarantinedSegments()).isZero();
      }
    }
    assertThat(lostOnes).isBetween(1, FLIPS - 1);
  }

  @Test
  void shouldLiveWithGarbageOfAllKinds() throws IOException {
    byte[] bytes = written(12);
    Path segment = segment();
    var random = new Random(SEED + 1);
    for (int i = 0; i < GARBAGE; i++) {
      byte[] garbage = bytes.clone();
      int strikes = 1 + random.nextInt(8);
      for (int s = 0; s < strikes; s++) {
        int at = random.nextInt(garbage.length);
        int length = Math.min(1 + random.nextInt(3 * RECORD), garbage.length - at);
        switch (random.nextInt(4)) {
          case 0 -> Arrays.fill(garbage, at, at + length, (byte) 0);
          case 1 -> {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, garbage, at, length);
          }
          // Whole records at wrong places.
          case 2 ->
              System.arraycopy(
                  bytes,
                  HEADER + random.nextInt(12) * RECORD,
                  garbage,
                  HEADER + 64 * random.nextInt(700),
                  RECORD);
          default -> garbage[at] ^= (byte) 0x80;
        }
      }
      put(
          segment,
          garbage,
          random.nextInt(4) == 0 ? random.nextInt(garbage.length) : garbage.length);
      if (random.nextInt(3) == 0) {
        byte[] head = new byte[random.nextInt(70_000)];
        random.nextBytes(head);
        Files.write(folder().resolve(HeadFile.NAME), head);
      }
      try (var spool = new TestSpool(options())) {
        // take() verifies the content of each.
        List<Long> taken = spool.takeAll();
        assertThat(taken)
            .as("case %s, -Dnumetry.random.seed=%s", i, SEED)
            .isSorted()
            .doesNotHaveDuplicates();
        assertThat(spool.append(5, FRAME)).isEqualTo(AppendResult.STORED);
        assertThat(spool.takeAll()).containsExactly(5L);
      }
    }
  }

  @Test
  void shouldTellALostSegmentFromADroppedOne() throws IOException {
    int perSegment = TestSpool.FRAMES_A_SEGMENT;
    try (var spool = new TestSpool(options())) {
      spool.appendStored(0, 4L * perSegment);
      for (int i = 0; i < perSegment; i++) {
        spool.take();
      }
    }
    // The first is gone as it should be. The second and third of the others are lost.
    Files.delete(TestSpool.segments(folder()).get(1));
    try (var spool = new TestSpool(options())) {
      assertThat(spool.statistics().missingRecords()).isEqualTo(perSegment);
      assertThat(spool.statistics().corruptRecords()).isZero();
      List<Long> expected = TestSpool.numbers(perSegment, 2L * perSegment);
      expected.addAll(TestSpool.numbers(3L * perSegment, 4L * perSegment));
      assertThat(spool.takeAll()).isEqualTo(expected);
    }
  }

  @Test
  void shouldMissALostFirstSegment() throws IOException {
    int perSegment = TestSpool.FRAMES_A_SEGMENT;
    try (var spool = new TestSpool(options())) {
      spool.appendStored(0, 2L * perSegment);
      spool.take();
    }
    Files.delete(segment());
    try (var spool = new TestSpool(options())) {
      assertThat(spool.statistics().missingRecords()).isEqualTo(perSegment - 1);
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(perSegment, 2L * perSegment));
    }
  }

  @Test
  void shouldSendTwiceRatherThanNotWithoutItsHead() throws IOException {
    try (var spool = new TestSpool(options())) {
      spool.appendStored(0, 5);
      spool.take();
      spool.take();
    }
    Files.delete(folder().resolve(HeadFile.NAME));
    try (var spool = new TestSpool(options())) {
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(0, 5));
      spool.appendStored(5, 6);
    }
    try (var spool = new TestSpool(options())) {
      assertThat(spool.takeAll()).containsExactly(5L);
    }
  }

  @Test
  void shouldGoBackToTheFormerHeadIfTheNewerIsTorn() throws IOException {
    try (var spool = new TestSpool(options())) {
      spool.appendStored(0, 5);
      spool.take();
      spool.take();
    }
    Path file = folder().resolve(HeadFile.NAME);
    byte[] head = Files.readAllBytes(file);
    long first = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong(16);
    long second = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong(4096 + 16);
    head[(first > second ? 0 : 4096) + 24] ^= 4;
    Files.write(file, head);
    try (var spool = new TestSpool(options())) {
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(1, 5));
    }
  }

  @Test
  void shouldNeverTakeANewFrameForAnAcknowledgedOne() throws IOException {
    try (var spool = new TestSpool(options())) {
      spool.appendStored(0, 5);
      spool.takeAll();
    }
    for (Path segment : TestSpool.segments(folder())) {
      Files.delete(segment);
    }
    try (var spool = new TestSpool(options())) {
      spool.appendStored(5, 7);
    }
    try (var spool = new TestSpool(options())) {
      assertThat(spool.takeAll()).containsExactly(5L, 6L);
    }
  }

  @Test
  void shouldPutAsideAVersionFromTheFuture() throws IOException {
    byte[] bytes = written(2);
    Path segment = segment();
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at : new int[] {0, 2048}) {
      header.putLong(at + 8, 2);
      var checksum = new CRC32C();
      checksum.update(bytes, at, 56);
      header.putLong(at + 56, checksum.getValue());
    }
    Files.write(segment, bytes);
    try (var spool = new TestSpool(options())) {
      assertThat(spool.statistics().quarantinedSegments()).isEqualTo(1);
      assertThat(Files.readAllBytes(folder().resolve(segment.getFileName() + ".bad")))
          .isEqualTo(bytes);
      assertThat(spool.takeAll()).isEmpty();
    }
  }

  @Test
  void shouldKeepFewBadSegments() throws IOException {
    byte[] bytes = written(2);
    Files.delete(segment());
    for (int i = 0; i < 10; i++) {
      Files.write(folder().resolve(SpoolFolder.segmentName(i)), new byte[100]);
      Files.write(folder().resolve(SpoolFolder.segmentName(100 + i)), bytes);
    }
    try (var spool = new TestSpool(options())) {
      assertThat(spool.statistics().quarantinedSegments()).isEqualTo(20);
      assertThat(TestSpool.files(folder()).stream().filter(name -> name.endsWith(".bad")))
          .hasSize(SpoolFolder.MAX_QUARANTINED);
      assertThat(spool.statistics().bytes()).isLessThan(options().maxBytes());
    }
  }

  @Test
  void shouldGiveBadSegmentsUpForRoom() throws IOException {
    Files.createDirectories(
        folder(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.write(
        folder().resolve(SpoolFolder.segmentName(3)), new byte[2 * TestSpool.SEGMENT_BYTES]);
    SpoolOptions options = TestSpool.small(folder()).maxBytes(5L * TestSpool.SEGMENT_BYTES).build();
    try (var spool = new TestSpool(options)) {
      assertThat(spool.statistics().bytes()).isEqualTo(3L * TestSpool.SEGMENT_BYTES);
      spool.appendStored(0, 4L * TestSpool.FRAMES_A_SEGMENT);
      assertThat(spool.statistics().droppedRecords(DropCause.SIZE)).isZero();
      assertThat(TestSpool.files(folder())).noneMatch(name -> name.endsWith(".bad"));
    }
  }

  @Test
  void shouldNotBelieveASegmentOfAnotherSpool() throws IOException {
    byte[] bytes = written(3);
    String name = segment().getFileName().toString();
    SpoolOptions other = TestSpool.small(temp.resolve("other")).build();
    try (var spool = new TestSpool(other)) {
      spool.appendStored(0, 5L * TestSpool.FRAMES_A_SEGMENT);
      for (int i = 0; i < TestSpool.FRAMES_A_SEGMENT; i++) {
        spool.take();
      }
    }
    Files.write(temp.resolve("other").resolve(name), bytes);
    try (var spool = new TestSpool(other)) {
      assertThat(spool.statistics().quarantinedSegments()).isEqualTo(1);
      assertThat(spool.takeAll())
          .isEqualTo(
              TestSpool.numbers(TestSpool.FRAMES_A_SEGMENT, 5L * TestSpool.FRAMES_A_SEGMENT));
    }
  }

  @Test
  void shouldTakeOverASpoolThatWasCopiedWithoutItsHead() throws IOException {
    written(3);
    Path segment = segment();
    SpoolOptions other = TestSpool.small(temp.resolve("other")).build();
    new TestSpool(other).close();
    Files.copy(segment, temp.resolve("other").resolve(segment.getFileName()));
    try (var spool = new TestSpool(other)) {
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(0, 3));
    }
  }

  @Test
  void shouldFindNoRecordsInsidePayloads() throws IOException, SpoolException {
    byte[] bytes = written(3);
    // A frame that contains a whole segment, its records with it.
    List<Long> numbers = new ArrayList<>();
    SpoolOptions other = TestSpool.small(temp.resolve("other")).build();
    try (var arena = Arena.ofConfined();
        var store = SpoolStore.open(other)) {
      var memory = arena.allocate(bytes.length, 64);
      memory.copyFrom(MemorySegment.ofArray(bytes));
      store.append(memory.address(), bytes.length, 1, System.currentTimeMillis() * 1_000_000, 9);
    }
    Path segment = TestSpool.segments(other.folder()).getFirst();
    byte[] outer = Files.readAllBytes(segment);
    outer[HEADER + 8] ^= 1; // now its content is searched for records
    Files.write(segment, outer);
    try (var spool = new TestSpool(other)) {
      numbers.addAll(spool.takeAll());
      assertThat(numbers).isEmpty();
      assertThat(spool.statistics().corruptRecords()).isEqualTo(1);
    }
  }
}

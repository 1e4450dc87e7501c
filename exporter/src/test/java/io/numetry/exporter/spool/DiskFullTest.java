package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device of one mebibyte, and what happens at its end. Needs the right to mount. */
class DiskFullTest {
  private static final int A_SEGMENT = TestSpool.FRAMES_A_SEGMENT;

  @TempDir Path temp;
  private Path device;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    device = Files.createDirectory(temp.resolve("device"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", device.toString());
    if (!mounted) {
      System.err.println("SKIPPED: no right to mount a tmpfs: a full disk was not tried");
    }
    assumeTrue(mounted, "no right to mount a tmpfs: a full disk was not tried");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", "-l", device.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  private SpoolOptions options() {
    return TestSpool.small(device.resolve("spool")).build();
  }

  @Test
  void shouldDropTheOldestForRoom() {
    try (var spool = new TestSpool(options())) {
      long number = 0;
      while (spool.statistics().droppedRecords(DropCause.DISK_FULL) == 0) {
        assertThat(spool.append(number++)).isEqualTo(AppendResult.STORED);
        assertThat(number).isLessThan(17L * A_SEGMENT);
      }
      // Sixteen times 64 KiB: the head is one, and the lock's page is missing at another.
      assertThat(number).isEqualTo(14L * A_SEGMENT + 1);
      spool.appendStored(number, number + 10L * A_SEGMENT);
      number += 10L * A_SEGMENT;
      assertThat(spool.statistics().droppedRecords(DropCause.DISK_FULL)).isEqualTo(11L * A_SEGMENT);
      assertThat(spool.statistics().droppedPoints(DropCause.DISK_FULL))
          .isEqualTo(TestSpool.points(0, 11L * A_SEGMENT));
      assertThat(spool.statistics().ioErrors()).isZero();
      spool.assertBalanced();
      spool.reopen();
      assertThat(spool.statistics().corruptRecords()).isZero();
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(11L * A_SEGMENT, number));
    }
  }

  @Test
  void shouldSayWhyAFrameWentThatWasHeldMeanwhile() {
    try (var spool = new TestSpool(options())) {
      spool.appendStored(0, 1);
      spool.store.peek();
      spool.appendStored(1, 15L * A_SEGMENT);
      spool.store.giveBack();
      spool.assertBalanced();
      assertThat(spool.statistics().droppedRecords(DropCause.SIZE)).isZero();
      assertThat(spool.statistics().droppedRecords(DropCause.DISK_FULL)).isPositive();
    }
  }

  @Test
  void shouldRefuseAndDropNothingIfOthersFilledTheDisk() throws IOException {
    try (var spool = new TestSpool(options())) {
      spool.appendStored(0, 2L * A_SEGMENT);
      Path others = device.resolve("others");
      fill(others);
      // Too large even if all of the spool went.
      assertThat(spool.append(900, 5 * TestSpool.SEGMENT_BYTES)).isEqualTo(AppendResult.DISK_FULL);
      assertThat(spool.statistics().refusedRecords(AppendResult.DISK_FULL)).isEqualTo(1);
      assertThat(spool.statistics().droppedRecords(DropCause.DISK_FULL)).isZero();
      assertThat(TestSpool.files(spool.options.folder())).noneMatch(name -> name.endsWith(".new"));
      Files.delete(others);
      assertThat(spool.append(901, 5 * TestSpool.SEGMENT_BYTES)).isEqualTo(AppendResult.STORED);
      List<Long> expected = TestSpool.numbers(0, 2L * A_SEGMENT);
      expected.add(901L);
      assertThat(spool.takeAll()).isEqualTo(expected);
    }
  }

  @Test
  void shouldReadAndSettleOnAFullDisk() throws IOException {
    try (var spool = new TestSpool(options())) {
      spool.appendStored(0, 2L * A_SEGMENT + 3);
    }
    fill(device.resolve("others"));
    try (var spool = new TestSpool(options())) {
      assertThat(spool.take()).isZero();
      spool.reopen();
      assertThat(spool.takeAll()).isEqualTo(TestSpool.numbers(1, 2L * A_SEGMENT + 3));
    }
  }

  @Test
  void shouldSayThatThereIsNoRoomForASpool() throws IOException {
    fill(device.resolve("others"));
    assertThat(TestSpool.refusal(options()))
        .hasMessageStartingWith("spool: folder=" + options().folder() + " cannot be used (")
        .hasMessageContaining("No space left on device");
  }

  @Test
  void shouldRefuseAFolderThatCannotBeWritten() throws Exception {
    new TestSpool(options()).close();
    assertThat(run("mount", "-o", "remount,ro", device.toString())).isTrue();
    assertThat(TestSpool.refusal(options()))
        .hasMessage(
            "spool: folder="
                + options().folder()
                + " cannot be written to, write another or make it writable");
    assertThat(TestSpool.refusal(TestSpool.small(device.resolve("new")).build()))
        .hasMessageStartingWith("spool: folder=" + device.resolve("new") + " cannot be used (");
  }

  private static void fill(Path file) {
    byte[] page = new byte[4096];
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left on device");
    }
  }
}

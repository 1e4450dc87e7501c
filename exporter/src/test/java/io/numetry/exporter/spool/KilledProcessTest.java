package io.numetry.exporter.spool;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that appends and acknowledges is killed again and again, at any moment. Whatever it was
 * told to be stored is there, in order, and without gaps but those of dropped segments.
 */
class KilledProcessTest {
  private static final Duration FOR =
      Duration.ofSeconds(Integer.getInteger("numetry.kill.seconds", 10));
  private static final long SEED = Long.getLong("numetry.random.seed", System.nanoTime());

  @TempDir Path temp;

  /** Appends and acknowledges until it is killed, and tells each step before and after. */
  static final class Victim {
    public static void main(String[] arguments) throws Exception {
      var random = new Random(Long.parseLong(arguments[1]));
      SpoolOptions options = options(Path.of(arguments[0]), SpoolSync.valueOf(arguments[2]));
      try (var spool = new TestSpool(options);
          var out = new FileOutputStream(FileDescriptor.out)) {
        long next = Long.parseLong(arguments[3]);
        tell(out, "ready", 0);
        while (true) {
          if (random.nextInt(100) < 60) {
            if (spool.append(next, random.nextInt(20) == 0 ? 1 << 20 : random.nextInt(9000))
                == AppendResult.STORED) {
              tell(out, "stored", next);
              next++;
            }
          } else {
            SpooledFrame frame = spool.store.peek();
            if (frame != null) {
              long number = TestSpool.verified(frame);
              tell(out, "settling", number);
              spool.store.acknowledge();
              tell(out, "settled", number);
            }
          }
        }
      }
    }

    private static void tell(FileOutputStream out, String what, long number) throws IOException {
      out.write((what + " " + number + "\n").getBytes(US_ASCII));
    }
  }

  private static SpoolOptions options(Path folder, SpoolSync sync) {
    return TestSpool.small(folder).maxBytes(30L * TestSpool.SEGMENT_BYTES).sync(sync).build();
  }

  @Test
  void shouldKeepWhatWasStored() throws Exception {
    var random = new Random(SEED);
    Path folder = temp.resolve("spool");
    long end = System.nanoTime() + FOR.toNanos();
    long stored = -1;
    long settled = -1;
    int kills = 0;
    int withTornTail = 0;
    while (System.nanoTime() < end) {
      SpoolSync sync = random.nextInt(4) == 0 ? SpoolSync.RECORD : SpoolSync.NONE;
      Process process =
          ChildJvm.java(
                  ChildJvm.flags(),
                  Victim.class,
                  folder.toString(),
                  Long.toString(random.nextLong()),
                  sync.name(),
                  Long.toString(stored + 1))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      long settling = settled;
      try (var lines =
          new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII))) {
        assertThat(lines.readLine()).isEqualTo("ready 0");
        Thread.sleep(random.nextInt(600));
        // Not the process's own method, which closes its output, too.
        process.toHandle().destroyForcibly();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] words = line.split(" ", -1);
          long number = Long.parseLong(words[1]);
          switch (words[0]) {
            case "stored" -> stored = number;
            case "settling" -> settling = number;
            default -> settled = number;
          }
        }
      }
      assertThat(process.waitFor()).isEqualTo(128 + 9);
      kills++;

      String context = "kill " + kills + ", -Dnumetry.random.seed=" + SEED;
      try (var spool = new TestSpool(options(copyOf(folder, kills), SpoolSync.NONE))) {
        SpoolStatistics statistics = spool.statistics();
        assertThat(statistics.missingRecords()).as(context).isZero();
        assertThat(statistics.quarantinedSegments()).as(context).isZero();
        // The append in whose midst it was killed, at most.
        assertThat(statistics.corruptRecords()).as(context).isLessThanOrEqualTo(1);
        withTornTail += (int) statistics.corruptRecords();
        List<Path> segments = TestSpool.segments(spool.options.folder());
        List<Long> taken = spool.takeAll();
        // If all is settled or dropped, the numbering tells how far it had come.
        long last = taken.isEmpty() ? nextSequence(spool) - 1 : taken.getLast();
        assertThat(last).as(context).isBetween(stored, stored + 1);
        if (!taken.isEmpty()) {
          long first = taken.getFirst();
          assertThat(first).as(context).isGreaterThan(settled);
          if (first > settling + 1) {
            assertThat(segments.getFirst()).as(context).hasFileName(SpoolFolder.segmentName(first));
          }
          assertThat(taken).as(context).isEqualTo(TestSpool.numbers(first, last + 1));
        }
        stored = last;
        settled = Math.max(settled, taken.isEmpty() ? last : taken.getFirst() - 1);
      }
    }
    System.err.println(
        "killed " + kills + " processes, " + withTornTail + " with a torn tail, stored " + stored);
    assertThat(kills).isPositive();
  }

  private static long nextSequence(TestSpool spool) {
    spool.append(0, 1);
    SpooledFrame frame = spool.store.peek();
    assertThat(frame).isNotNull();
    return frame.sequence();
  }

  private Path copyOf(Path folder, int number) throws IOException {
    Path copy = temp.resolve("copy-" + number);
    Files.createDirectory(
        copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    for (String name : TestSpool.files(folder)) {
      Files.copy(folder.resolve(name), copy.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return copy;
  }
}

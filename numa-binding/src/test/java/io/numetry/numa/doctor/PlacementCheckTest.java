package io.numetry.numa.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.CpuSet;
import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.placed.PlacedProcess;
import io.numetry.numa.placed.PlacedRange;
import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.PlacementFile;
import io.numetry.numa.placed.ThreadCounts;
import io.numetry.numa.placed.ThreadRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running process held against its placement file, over files that stand in for the kernel's. */
final class PlacementCheckTest {

  private static final String STAT =
      "%d (java) S 1 1 1 0 -1 0 %d 0 %d 0 3 4 0 0 20 0 1 0 %d 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 17 %d 0\n";
  private static final ThreadCounts BEFORE =
      new ThreadCounts(
          OptionalLong.of(10),
          OptionalLong.of(0),
          OptionalLong.of(5),
          OptionalLong.of(2),
          OptionalLong.of(1));
  private static final String BANK = "7f0000000000-7f0000004000 rw-p 00000000 00:00 0\n";

  @TempDir private Path root;
  @TempDir private Path elsewhere;
  private Path file;

  private record Ended(int status, String out, String err) {}

  @BeforeEach
  void asPlanned() throws IOException {
    Hosts.FOUR_SOCKETS.write(root); // node0=0-3 node1=4-7
    file = elsewhere.resolve("placement");
    PlacementFile.write(
        file,
        new PlacedProcess(
            42,
            OptionalLong.of(500),
            "boot-1",
            List.of(
                thread(ThreadRole.CORE, "receiver", 50, CpuSet.of(4)),
                thread(ThreadRole.AGGREGATOR, "node 1", 51, CpuSet.of(5, 6))),
            List.of(
                new PlacedRange(
                    "bank", "receiver", 1, OptionalInt.of(1), 0x7f0000000000L, 0x4000))));
    write("proc/sys/kernel/random/boot_id", "boot-1\n");
    write("proc/42/stat", STAT.formatted(42, 0, 0, 500, 0));
    thread(50, "4", 4, 2, 1);
    thread(51, "5-6", 6, 2, 9);
    write("proc/42/maps", BANK);
    write("proc/42/numa_maps", "7f0000000000 bind:1 anon=3 dirty=3 N1=3 kernelpagesize_kB=4\n");
  }

  @Test
  void shouldFindNothingWhereAllIsAsPlanned() {
    Ended ended = run();

    assertThat(ended.status()).as(ended.toString()).isZero();
    assertThat(ended.out())
        .contains("placement of process 42")
        .containsPattern("core +receiver +50 +4 +4 +4 +1 +1 +0 +0 +0 +0 +0\n")
        .containsPattern("bank +receiver +1 +1 +16.0 KiB +3 +0 +0 +0\n")
        .contains("no deviations remote pages=0 unknown pages=0");
  }

  @Test
  void shouldFindAThreadThatMayRunElsewhere() throws IOException {
    thread(50, "0-7", 5, 2, 3);

    Ended ended = run();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out())
        .contains("core receiver, thread 50: may run on cpus=0-7, wanted cpus=4, ran last on cpu=5")
        .contains("thread 50: went to another CPU 2 times since it was pinned")
        .contains("deviations=2");
  }

  @Test
  void shouldFindAThreadThatWasPutBack() throws IOException {
    thread(50, "4", 7, 2, 1);
    assertThat(run().out()).contains("thread 50: ran last on cpu=7, wanted cpus=4");
    thread(50, "4", 4, 2, 5);
    Ended ended = run();
    assertThat(ended.out()).contains("thread 50: went to another CPU 4 times");
    assertThat(ended.status()).isEqualTo(1);
  }

  @Test
  void shouldFindAThreadPinnedToLessThanItWasGiven() throws IOException {
    thread(51, "6", 6, 2, 9);
    assertThat(run().out())
        .contains("aggregator node 1, thread 51: may run on cpus=6, wanted cpus=5-6");
  }

  @Test
  void shouldNoteACpuThatIsShared() throws IOException {
    thread(50, "4", 4, 7, 1);

    Ended ended = run();

    assertThat(ended.status()).isZero();
    assertThat(ended.out())
        .contains("NOTE     core receiver, thread 50: its CPU was taken from it 5 times");
  }

  @Test
  void shouldFindThreadsThatEnded() throws IOException {
    write("proc/42/task/50/stat", STAT.formatted(50, 0, 0, 501, 4)); // another of that number
    Files.delete(root.resolve("proc/42/task/51/stat"));

    assertThat(run().out())
        .contains("core receiver, thread 50: has ended")
        .contains("aggregator node 1, thread 51: has ended");
  }

  @Test
  void shouldFindPagesThatMoved() throws IOException {
    write("proc/42/numa_maps", "7f0000000000 bind:1 anon=3 N0=2 N1=1 kernelpagesize_kB=4\n");

    Ended ended = run();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out())
        .contains("bank of receiver at 7f0000000000: 2 pages are not on node 1: node0=2")
        .contains("remote pages=2");
  }

  @Test
  void shouldCountHugePagesAsOrdinaryOnes() throws IOException {
    write("proc/42/numa_maps", "7f0000000000 bind:1 huge N0=1 kernelpagesize_kB=2048\n");
    assertThat(run().out()).contains("512 pages are not on node 1: node0=1");
  }

  @Test
  void shouldNotTellOfWhatTheKernelTellsTogetherWithOtherMemory() throws IOException {
    write("proc/42/maps", "7effffff0000-7f0000004000 rw-p 00000000 00:00 0\n");
    write("proc/42/numa_maps", "7effffff0000 default anon=9 N0=2 N1=7 kernelpagesize_kB=4\n");

    Ended ended = run();

    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.out())
        .contains("unknown, where 4 pages lie")
        .contains("that is not Numetry's");
  }

  @Test
  void shouldSayThatItCannotTell() throws IOException {
    Files.delete(root.resolve("proc/42/numa_maps"));

    Ended ended = run();

    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.out()).contains("unknown, where 4 pages lie: cannot read file=");
    assertThat(ended.out()).contains("unknown pages=4");
  }

  @Test
  void shouldFindMemoryThatIsGone() throws IOException {
    write("proc/42/maps", "1000-2000 rw-p 00000000 00:00 0\n");
    write("proc/42/numa_maps", "1000 default N0=1\n");
    assertThat(run().out()).contains("unknown, where 4 pages lie: not mapped");
  }

  @Test
  void shouldRefuseAFileOfAnotherProcess() throws IOException {
    write("proc/42/stat", STAT.formatted(42, 0, 0, 900, 0));
    refused("is stale: pid=42 is another process by now: started=900, in the file started=500");
    Files.delete(root.resolve("proc/42/stat"));
    refused("is stale: process pid=42 has ended, or is not in this pid namespace");
    write("proc/sys/kernel/random/boot_id", "boot-2\n");
    refused("is stale: it was written before this host was booted");
  }

  @Test
  void shouldRefuseWhatIsNoFileOfPlacements() throws IOException {
    Files.writeString(file, "numetry");
    refused("does not begin with");
    Files.delete(file);
    refused("is no file");
  }

  @Test
  void shouldWriteJson() throws IOException {
    write("proc/42/numa_maps", "7f0000000000 bind:1 anon=3 N0=2 N1=1 kernelpagesize_kB=4\n");

    Ended ended = run("--json");

    assertThat(JsonCheck.object(ended.out())).containsKeys("threads", "memory", "findings");
    assertThat(ended.out())
        .contains("\"format\":\"numetry-placement-report\",\"version\":1,\"pid\":42,\"status\":1")
        .contains("\"name\":\"receiver\",\"thread\":50,\"there\":true,\"wantedCpus\":\"4\"")
        .contains("\"localPages\":1,\"remotePages\":2");
  }

  private void refused(String why) {
    Ended ended = run();
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains(why);
  }

  private Ended run(String... further) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = {"--placement", file.toString(), "--root", root.toString()};
    String[] all = Stream.of(args, further).flatMap(Stream::of).toArray(String[]::new);
    int status =
        NumaDoctor.run(
            all,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PlacedThread thread(ThreadRole role, String name, int number, CpuSet cpus) {
    return new PlacedThread(
        role, name, number, OptionalLong.of(number), cpus, OptionalInt.of(1), BEFORE);
  }

  private void thread(int number, String allowed, int lastCpu, long taken, long migrations)
      throws IOException {
    String folder = "proc/42/task/" + number + "/";
    write(folder + "stat", STAT.formatted(number, 10, 0, number, lastCpu));
    write(
        folder + "status",
        "Cpus_allowed_list:\t%s\nvoluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t%d\n"
            .formatted(allowed, taken));
    write(folder + "sched", "se.nr_migrations : %d\n".formatted(migrations));
  }

  private void write(String path, String text) throws IOException {
    Path target = root.resolve(path);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }
}

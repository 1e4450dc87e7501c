package io.numetry.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.proc.KernelText;
import io.numetry.numa.proc.ProcStatus;
import io.numetry.numa.proc.ProcessReader;
import io.numetry.numa.proc.ThreadReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers over trees of files that stand in for the kernel's. */
class HostReadersTest {
  private static final String STAT =
      "7 (a (b) c) S 1 1 1 0 -1 0 1 0 2 0 3 4 0 0 20 0 1 0 %d 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 17 5 0\n";

  @TempDir Path root;

  @Test
  void aThreadIsRead() throws IOException {
    write("proc/self/task/7/stat", STAT.formatted(100));
    write(
        "proc/self/task/7/status",
        """
        Name:\ta Threads: 9
        Threads:\t3
        voluntary_ctxt_switches:\t11
        nonvoluntary_ctxt_switches:\t22
        """);
    write(
        "proc/self/task/7/sched",
        """
        a (7, #threads: 3)
        -------------------------------------------------
        se.nr_migrations                             :                   33
        """);
    var reader = new ThreadReader(root, 7);
    assertThat(reader.stat().orElseThrow().lastCpu()).hasValue(5);
    ProcStatus status = reader.status().orElseThrow();
    assertThat(status.voluntarySwitches()).hasValue(11);
    assertThat(status.involuntarySwitches()).hasValue(22);
    assertThat(status.threads()).hasValue(3);
    assertThat(status.residentBytes()).as("a kernel thread has none").isEmpty();
    assertThat(reader.migrations()).hasValue(33);
  }

  @Test
  void anotherThreadOfTheSameNumberIsNotRead() throws IOException {
    var reader = new ThreadReader(root, 7);
    assertThat(reader.stat()).isEmpty();
    write("proc/self/task/7/stat", STAT.formatted(100));
    assertThat(reader.stat()).isPresent();
    write("proc/self/task/7/stat", STAT.formatted(200));
    assertThat(reader.stat()).isEmpty();
  }

  @Test
  void aProcessIsRead() throws IOException {
    write("proc/self/stat", STAT.formatted(1));
    write(
        "proc/self/status",
        "VmPeak:\t  9 kB\nVmSize:\t  4 kB\nVmHWM:\t3 kB\nVmRSS:\t   2 kB\nThreads:\t8\n");
    for (int i = 0; i < 5; i++) {
      write("proc/self/fd/" + i, "");
    }
    var reader = new ProcessReader(root);
    assertThat(reader.stat().orElseThrow().userSeconds()).hasValue(0.03);
    ProcStatus status = reader.status().orElseThrow();
    assertThat(status.virtualBytes()).hasValue(4096);
    assertThat(status.peakResidentBytes()).hasValue(3072);
    assertThat(status.residentBytes()).hasValue(2048);
    assertThat(reader.openDescriptors()).hasValue(4);
  }

  @Test
  void aNodeIsRead() throws IOException {
    write(
        "sys/devices/system/node/node3/numastat",
        "numa_hit 1\nnuma_miss 2\nnuma_foreign 3\ninterleave_hit 4\nlocal_node 5\nother_node 6\n");
    write(
        "sys/devices/system/node/node3/meminfo",
        "Node 3 MemTotal:  10 kB\nNode 3 MemFree:   7 kB\n");
    var files = new NodeFiles(root, 3);
    NumaStat pages = files.numaStat().orElseThrow();
    assertThat(pages.hits()).hasValue(1);
    assertThat(pages.misses()).hasValue(2);
    assertThat(pages.foreign()).hasValue(3);
    assertThat(pages.local()).hasValue(5);
    assertThat(pages.other()).hasValue(6);
    NodeMeminfo memory = files.meminfo().orElseThrow();
    assertThat(memory.totalBytes()).hasValue(10240);
    assertThat(memory.freeBytes()).hasValue(7168);
  }

  @Test
  void whatIsNotThereIsAbsent() {
    assertThat(new ThreadReader(root, 1).stat()).isEmpty();
    assertThat(new ThreadReader(root, 1).status()).isEmpty();
    assertThat(new ThreadReader(root, 1).migrations()).isEmpty();
    assertThat(new ProcessReader(root).stat()).isEmpty();
    assertThat(new ProcessReader(root).status()).isEmpty();
    assertThat(new ProcessReader(root).openDescriptors()).isEmpty();
    assertThat(new NodeFiles(root, 0).numaStat()).isEmpty();
    assertThat(new NodeFiles(root, 0).meminfo()).isEmpty();
  }

  @Test
  void garbageIsAbsent() throws IOException {
    var status =
        new ProcStatus(
            "VmRSS:\nVmHWM: x kB\nVmSize: 12 MB\nThreads:\t-3\nvoluntary_ctxt_switches\n\0\u00ff");
    assertThat(status.residentBytes()).isEmpty();
    assertThat(status.peakResidentBytes()).isEmpty();
    assertThat(status.virtualBytes()).isEmpty();
    assertThat(status.threads()).isEmpty();
    assertThat(status.voluntarySwitches()).isEmpty();
    assertThat(status.involuntarySwitches()).isEmpty();
    assertThat(new ProcStatus("VmRSS: 999999999999999999 kB").residentBytes()).isEmpty();
    assertThat(new NumaStat("numa_hit\nnuma_miss two\nnuma_foreigner 3").hits()).isEmpty();
    assertThat(new NumaStat("numa_miss two").misses()).isEmpty();
    assertThat(new NumaStat("numa_foreigner 3").foreign()).isEmpty();
    write("proc/self/status", "VmRSS: 1 kB\n" + " ".repeat(KernelText.LONGEST_BYTES));
    assertThat(new ProcessReader(root).status()).as("longer than any").isEmpty();
    Files.createDirectories(root.resolve("proc/self/stat"));
    assertThat(new ProcessReader(root).stat()).as("a folder").isEmpty();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

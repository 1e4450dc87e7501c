package io.numetry.numa.proc;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.numa.proc.NumaMaps.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel writes of mappings, and what it does not. */
final class NumaMapsTest {

  @TempDir private Path process;

  @Test
  void shouldReadMappingsWithTheirEnds() throws IOException {
    maps(
        """
        7f0000000000-7f0000003000 rw-p 00000000 00:00 0
        7f0000200000-7f0000600000 rw-p 00000000 00:0f 33 /anon_hugepage (deleted)
        ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0 [vsyscall]
        """);
    numaMaps(
        """
        7f0000000000 bind:1 anon=3 dirty=3 active=0 N0=1 N1=2 kernelpagesize_kB=4
        7f0000200000 bind:0 file=/anon_hugepage\\040(deleted) huge anon=2 dirty=2 N0=2 kernelpagesize_kB=2048
        ffffffffff600000 default
        """);

    NumaMaps read = NumaMaps.read(process).orElseThrow();

    assertThat(read.mappings())
        .containsExactly(
            new Mapping(
                0x7f0000000000L,
                0x7f0000003000L,
                "bind:1",
                4096,
                new TreeMap<>(Map.of(0, 1L, 1, 2L))),
            new Mapping(
                0x7f0000200000L, 0x7f0000600000L, "bind:0", 2 << 20, new TreeMap<>(Map.of(0, 2L))),
            new Mapping(
                0xffffffffff600000L, 0xffffffffff601000L, "default", 4096, new TreeMap<>()));
    assertThat(read.overlapping(0x7f0000002fffL, 1)).hasSize(1);
    assertThat(read.overlapping(0x7f0000003000L, 4096)).isEmpty();
    assertThat(read.overlapping(0x7f0000002000L, 0x1ff000)).hasSize(2);
  }

  @Test
  void shouldLeaveOutWhatOneFileAloneKnows() throws IOException {
    maps("1000-2000 rw-p 00000000 00:00 0\nno map\n-\n3000-x rw-p\n");
    numaMaps(
        "1000 default anon=1 N0=1\n2000 default anon=1 N0=1\n3000 default N0=1\n\nzz default\n");

    assertThat(NumaMaps.read(process).orElseThrow().mappings())
        .extracting(Mapping::start)
        .isEqualTo(List.of(0x1000L));
  }

  @Test
  void shouldTellNothingWhereTheKernelDoesNot() throws IOException {
    assertThat(NumaMaps.read(process)).isEmpty();
    maps("1000-2000 rw-p 00000000 00:00 0\n");
    assertThat(NumaMaps.read(process)).as("a kernel without NUMA").isEmpty();
    numaMaps("");
    assertThat(NumaMaps.read(process)).as("another user's process").isEmpty();
  }

  private void maps(String text) throws IOException {
    Files.writeString(process.resolve("maps"), text);
  }

  private void numaMaps(String text) throws IOException {
    Files.writeString(process.resolve("numa_maps"), text);
  }
}

package io.numetry.numa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is certain not to fit, over files that stand in for the kernel's. */
final class MemoryRoomTest {

  private static final long MIB = 1 << 20;
  private static final OptionalInt NODE = OptionalInt.of(1);

  @TempDir private Path root;

  @BeforeEach
  void aNodeWithRoomForTwelve() throws IOException {
    write("proc/meminfo", "MemTotal: 99 kB\nSwapTotal: 0 kB\n");
    write(
        "sys/devices/system/node/node1/meminfo",
        """
        Node 1 MemFree:         4096 kB
        Node 1 FilePages:       9216 kB
        Node 1 Shmem:           3072 kB
        Node 1 KReclaimable:    2048 kB
        Node 1 SReclaimable:    1024 kB
        """);
  }

  @Test
  void shouldTellWhatANodeCannotHold() {
    assertThat(shortage(NODE, 12 * MIB)).isEmpty();
    assertThat(shortage(NODE, 12 * MIB + 1))
        .isEqualTo(
            "bytes=12582913 do not fit, room=12582912 on node=1 by"
                + " file=/sys/devices/system/node/node1/meminfo; ask for less, or raise the limit");
    assertThat(shortage(OptionalInt.empty(), 99 * MIB)).as("any node").isEmpty();
    assertThat(shortage(OptionalInt.of(2), 99 * MIB)).as("a node that is not told of").isEmpty();
  }

  @Test
  void shouldSayNothingWhereThereIsSwapSpaceOrNoneIsToldOf() throws IOException {
    write("proc/meminfo", "SwapTotal: 1 kB\n");
    assertThat(shortage(NODE, 99 * MIB)).isEmpty();
    write("proc/meminfo", "MemTotal: 1 kB\n");
    assertThat(shortage(NODE, 99 * MIB)).isEmpty();
  }

  @Test
  void shouldNotReadForALittle() throws IOException {
    write(
        "sys/devices/system/node/node1/meminfo", "Node 1 MemFree: 0 kB\nNode 1 FilePages: 0 kB\n");
    assertThat(shortage(NODE, MIB - 1)).isEmpty();
    assertThat(shortage(NODE, MIB)).contains("room=0");
  }

  @Test
  void shouldTellWhatAGroupOfVersion2CannotHold() throws IOException {
    write("proc/self/cgroup", "0::/a/b\n");
    write("proc/self/mountinfo", "30 24 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
    group("a/b", "memory.max", "max", "anon 0\n");
    group(
        "a",
        "memory.max",
        "10485760",
        "anon 4194304\nshmem 1048576\nslab_unreclaimable 1048576\nfile 1\n");

    assertThat(shortage(NODE, 4 * MIB)).isEmpty();
    assertThat(shortage(NODE, 5 * MIB))
        .startsWith("bytes=5242880 do not fit, room=4194304 on control group by file=")
        .contains("/sys/fs/cgroup/a/memory.max");
  }

  @Test
  void shouldTellWhatAGroupOfVersion1CannotHold() throws IOException {
    write("proc/self/cgroup", "5:memory:/a\n");
    write(
        "proc/self/mountinfo", "30 24 0:26 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
    group("memory/a", "memory.limit_in_bytes", "8388608", "total_rss 2097152\nrss 9\n");
    group("memory", "memory.limit_in_bytes", "9223372036854771712", "total_rss 2097152\n");

    assertThat(shortage(NODE, 6 * MIB)).isEmpty();
    assertThat(shortage(NODE, 7 * MIB)).contains("room=6291456 on control group");
  }

  private void group(String folder, String name, String limit, String statistics)
      throws IOException {
    write("sys/fs/cgroup/" + folder + "/" + name, limit + "\n");
    write("sys/fs/cgroup/" + folder + "/memory.stat", statistics);
  }

  private String shortage(OptionalInt node, long bytes) {
    return new MemoryRoom(root).shortage(node, bytes).orElse("");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

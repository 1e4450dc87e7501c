package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose folder it is, who may look into it, and what else may lie there. */
class SpoolFolderTest {
  @TempDir Path temp;

  private Path folder() {
    return temp.resolve("spool");
  }

  private SpoolOptions options() {
    return TestSpool.small(folder()).build();
  }

  private static void setPermissions(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void shouldBeReadableByItsOwnerAlone() throws IOException {
    Path deep = temp.resolve("a").resolve("b");
    try (var spool = new TestSpool(TestSpool.small(deep).build())) {
      spool.appendStored(0, 1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep)))
          .isEqualTo("rwx------");
      assertThat(TestSpool.files(deep))
          .containsExactly("segment-00000000000000000000.spool", "spool.head", "spool.lock");
      for (String name : TestSpool.files(deep)) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.resolve(name))))
            .as(name)
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void shouldRefuseAFolderThatIsOpenToOthers() throws IOException {
    Files.createDirectory(folder());
    setPermissions(folder(), "rwxr-x---");
    assertThat(TestSpool.refusal(options()))
        .hasMessage(
            "spool: folder="
                + folder()
                + " is open to others (rwxr-x---), write a folder within it that is not there yet,"
                + " or chmod 700 it");
    assertThat(TestSpool.files(folder())).isEmpty();
  }

  @Test
  void shouldRefuseAFile() throws IOException {
    Files.writeString(folder(), "mine");
    assertThat(TestSpool.refusal(options()))
        .hasMessage("spool: folder=" + folder() + " is a file, write a folder");
    assertThat(folder()).hasContent("mine");
  }

  @Test
  void shouldFollowALinkToAFolder() throws IOException {
    Path target = temp.resolve("target");
    new TestSpool(TestSpool.small(target).build()).close();
    Files.createSymbolicLink(folder(), target);
    try (var spool = new TestSpool(options())) {
      spool.appendStored(0, 1);
      assertThat(TestSpool.segments(target)).hasSize(1);
      // By whichever name, it is one folder.
      assertThat(TestSpool.refusal(TestSpool.small(target).build()))
          .hasMessageContaining("is in use by another exporter of this process");
    }
  }

  @Test
  void shouldRefuseALinkToNowhere() throws IOException {
    Files.createSymbolicLink(folder(), temp.resolve("nowhere"));
    assertThat(TestSpool.refusal(options()))
        .hasMessage("spool: folder=" + folder() + " is a link to nowhere, write a folder");
    assertThat(temp.resolve("nowhere")).doesNotExist();
  }

  @Test
  void shouldFollowNoLinksWithin() throws IOException {
    Path victim = Files.write(temp.resolve("victim"), new byte[70_000]);
    new TestSpool(options()).close();
    Files.delete(folder().resolve(HeadFile.NAME));
    Files.createSymbolicLink(folder().resolve(HeadFile.NAME), victim);
    Files.createSymbolicLink(folder().resolve(SpoolFolder.segmentName(0)), victim);
    Files.createSymbolicLink(folder().resolve(SpoolFolder.segmentName(0) + ".new"), victim);
    try (var spool = new TestSpool(options())) {
      assertThat(spool.statistics().quarantinedSegments()).isEqualTo(1);
      spool.appendStored(0, 1);
      assertThat(spool.take()).isZero();
    }
    assertThat(victim).hasBinaryContent(new byte[70_000]);
    Files.delete(folder().resolve(SpoolLock.NAME));
    Files.createSymbolicLink(folder().resolve(SpoolLock.NAME), victim);
    assertThat(TestSpool.refusal(options()))
        .hasMessageStartingWith("spool: folder=" + folder() + " cannot be used (")
        .hasMessageEndingWith("), write another");
    assertThat(victim).hasBinaryContent(new byte[70_000]);
  }

  @Test
  void shouldLeaveForeignFilesAlone() throws IOException {
    new TestSpool(options()).close();
    Files.writeString(folder().resolve("notes.txt"), "mine");
    Files.writeString(folder().resolve("segment-1.spool"), "mine, too");
    Files.createDirectories(folder().resolve("sub").resolve("folder"));
    Files.createDirectories(folder().resolve(SpoolFolder.segmentName(7)).resolve("folder"));
    try (var spool = new TestSpool(options())) {
      assertThat(spool.statistics().foreignFiles()).isEqualTo(3);
      assertThat(spool.statistics().quarantinedSegments()).isEqualTo(1);
      spool.appendStored(0, 20L);
      spool.takeAll();
    }
    assertThat(TestSpool.files(folder()))
        .contains("notes.txt", "segment-1.spool", "sub", SpoolFolder.segmentName(7) + ".bad");
  }

  @Test
  void shouldClearAwayFilesThatWereNotFinished() throws IOException {
    new TestSpool(options()).close();
    Files.write(folder().resolve(SpoolFolder.segmentName(0) + ".new"), new byte[1000]);
    Files.write(folder().resolve("spool.head.new"), new byte[1000]);
    new TestSpool(options()).close();
    assertThat(TestSpool.files(folder())).containsExactly("spool.head", "spool.lock");
  }

  @Test
  void shouldNotBeSharedByTwoExportersOfAProcess() {
    try (var spool = new TestSpool(options())) {
      assertThat(TestSpool.refusal(options()))
          .hasMessage(
              "spool: folder="
                  + folder()
                  + " is in use by another exporter of this process, write a folder of its own for"
                  + " each");
      // Nor did the refusal end the lock for other processes.
      spool.appendStored(0, 1);
    }
    new TestSpool(options()).close();
  }

  /** Holds a spool until its input ends. */
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      try (var store = SpoolStore.open(TestSpool.small(Path.of(arguments[0])).build())) {
        System.out.println("open " + store.statistics().records());
        System.in.read();
      }
    }
  }

  /** Tries to open a spool, and prints why it cannot. */
  static final class Second {
    public static void main(String[] arguments) {
      System.out.println(
          TestSpool.refusal(TestSpool.small(Path.of(arguments[0])).build()).getMessage());
    }
  }

  @Test
  void shouldNotBeSharedByTwoProcesses() throws Exception {
    Process holder =
        ChildJvm.java(ChildJvm.flags(), Holder.class, folder().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(holder.getInputStream(), StandardCharsets.US_ASCII))) {
      assertThat(lines.readLine()).isEqualTo("open 0");
      assertThat(TestSpool.refusal(options()))
          .hasMessage(
              "spool: folder="
                  + folder()
                  + " is in use by process "
                  + holder.pid()
                  + ", write a folder of its own for each");
    } finally {
      holder.destroyForcibly().waitFor();
    }
    // Its lock file is still there, with its process id; its lock is not.
    assertThat(folder().resolve(SpoolLock.NAME)).hasContent(holder.pid() + "\n");
    new TestSpool(options()).close();
  }

  @Test
  void shouldStayLockedForOthersAfterARefusalOfItsOwn() throws Exception {
    try (var spool = new TestSpool(options())) {
      TestSpool.refusal(options());
      assertThat(
              ChildJvm.output(ChildJvm.java(ChildJvm.flags(), Second.class, folder().toString())))
          .contains("is in use by process " + ProcessHandle.current().pid());
      spool.appendStored(0, 1);
    }
  }
}

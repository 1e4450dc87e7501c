package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Chronicle Bytes needs, and what it must not do. */
class ChronicleTest {
  @TempDir Path temp;

  /** Opens a spool, or says why not; then goes on. */
  static final class Opener {
    public static void main(String[] arguments) {
      try (SpoolStore store = SpoolStore.open(TestSpool.small(Path.of(arguments[0])).build())) {
        System.out.println("opened " + store.statistics().records());
      } catch (SpoolException e) {
        System.out.println(e.getMessage());
      }
      System.out.println("goes on");
    }
  }

  @Test
  void shouldAskForExactlyTheFlagsThatItNeeds() throws Exception {
    Path folder = temp.resolve("spool");
    List<String> flags = ChildJvm.flags();
    assertThat(flags).hasSize(2);
    String sentence =
        "spool: folder="
            + folder
            + " needs the JVM flags --add-opens=java.base/java.lang.reflect=ALL-UNNAMED"
            + " --add-opens=java.base/sun.nio.ch=ALL-UNNAMED: add them, or leave the spool out;"
            + " without it telemetry goes on as ever";
    for (List<String> fewer :
        List.of(List.<String>of(), flags.subList(0, 1), flags.subList(1, 2))) {
      assertThat(ChildJvm.output(ChildJvm.java(fewer, Opener.class, folder.toString())))
          .isEqualTo(sentence + "\ngoes on\n");
      assertThat(folder).doesNotExist();
    }
    assertThat(ChildJvm.output(ChildJvm.java(flags, Opener.class, folder.toString())))
        .contains("opened 0\ngoes on\n");
  }

  /** A JVM that has ended sun.misc.Unsafe's access to memory, as later ones will by default. */
  @Test
  void shouldSayThatItDoesNotRunWithoutUnsafe() throws Exception {
    Path folder = temp.resolve("spool");
    var flags = new ArrayList<>(ChildJvm.flags());
    flags.add("--sun-misc-unsafe-memory-access=deny");
    assertThat(ChildJvm.output(ChildJvm.java(flags, Opener.class, folder.toString())))
        .contains("Chronicle Bytes does not work on this JVM")
        .endsWith("goes on\n");
  }

  @Test
  void shouldHaveNoAnalyticsOnAnyClassPath() throws IOException {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> Class.forName("net.openhft.chronicle.analytics.Analytics"));
    assertThat(Files.readString(Path.of("target/runtime-classpath.txt")))
        .contains("chronicle-bytes")
        .doesNotContain("analytics");
    assertThat(System.getProperty("java.class.path")).doesNotContain("analytics");
  }

  /** Uses a spool, and tells the sockets that this process has then. */
  static final class Quiet {
    public static void main(String[] arguments) throws Exception {
      long before = sockets();
      try (var spool = new TestSpool(TestSpool.small(Path.of(arguments[0])).build())) {
        spool.appendStored(0, 40);
        spool.takeAll();
        spool.reopen();
        System.out.println("sockets " + before + " " + sockets());
      }
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        System.out.println("thread " + thread.getName());
      }
    }

    private static long sockets() throws IOException {
      try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
        return descriptors.filter(Quiet::isSocket).count();
      }
    }

    private static boolean isSocket(Path descriptor) {
      try {
        return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
      } catch (IOException closedMeanwhile) {
        return false;
      }
    }
  }

  @Test
  void shouldReachNoNetworkAndWriteNothingElsewhere() throws Exception {
    Path home = Files.createDirectory(temp.resolve("home"));
    Path work = Files.createDirectory(temp.resolve("work"));
    var flags = new ArrayList<>(ChildJvm.flags());
    flags.add("-Duser.home=" + home);
    ProcessBuilder java =
        ChildJvm.java(flags, Quiet.class, temp.resolve("spool").toString())
            .directory(work.toFile());
    java.environment().put("HOME", home.toString());
    String output = ChildJvm.output(java);
    assertThat(output.lines()).contains("sockets 0 0");
    assertThat(output.lines().filter(line -> line.startsWith("thread ")))
        .noneMatch(line -> line.contains("nalytics"))
        .anyMatch(line -> line.equals("thread main"));
    assertThat(TestSpool.files(home)).isEmpty();
    assertThat(TestSpool.files(work)).isEmpty();
  }

  @Test
  void shouldUnmapWhatItMapped() throws IOException {
    try (var spool = new TestSpool(TestSpool.small(temp.resolve("unmapped")).build())) {
      spool.appendStored(0, 10L * TestSpool.FRAMES_A_SEGMENT);
      // The oldest, the active and the head.
      assertThat(mappings("unmapped")).isEqualTo(3);
      spool.takeAll();
      assertThat(mappings("unmapped")).isEqualTo(2);
    }
    assertThat(mappings("unmapped")).isZero();
  }

  private static long mappings(String folder) {
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      return maps.filter(line -> line.contains("/" + folder + "/")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

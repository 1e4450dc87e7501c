package io.numetry.numa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.numetry.numa.lib.LibNuma;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import jnr.ffi.LibraryLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerBalance.class)
final class NumaSystemsTest {

  private static final MemoryTag TAG = new MemoryTag("test");

  private static final String NO_LIBNUMA =
      "libnuma: library=libnuma-missing.so.9 cannot be used, install it (libnuma1 on Debian,"
          + " numactl-libs on Fedora) or name it by -Dnumetry.numa.library";

  @Test
  void shouldFindTheHostAsLibnumaFindsIt() {
    NumaSystem system = NumaSystem.system();
    assumeTrue(system.bindsMemory(), () -> system.degradedReason().orElseThrow());
    LibNuma libnuma =
        LibraryLoader.create(LibNuma.class).failImmediately().load(NumaSystems.DEFAULT_LIBRARY);

    assertThat(system.topology().nodes().getLast().id()).isEqualTo(libnuma.numa_max_node());
    assertThat(system.topology().allowedCpus().contains(system.currentCpu())).isTrue();
    assertThat(Path.of("/proc/self/task/" + system.currentKernelThread().orElseThrow())).exists();
    assertThat(system).isSameAs(NumaSystem.system());
  }

  @Test
  void shouldPlaceThreadsAndMapMemoryWithoutLibnuma() {
    NumaSystem system = NumaSystems.load("Linux", "amd64", "libnuma-missing.so.9");

    assertThat(system.bindsMemory()).isFalse();
    assertThat(system.degradedReason()).hasValue(NO_LIBNUMA);
    assertThat(system.topology().nodes()).isEqualTo(NumaSystem.system().topology().nodes());
    int cpu = system.topology().allowedCpus().first();
    try (ThreadPin pin = system.pinCurrentThread(CpuSet.of(cpu));
        NodeMemory memory = system.reserve(system.currentNode(), 1, TAG)) {
      memory.touch(0, 1);

      assertThat(pin.cpus()).isEqualTo(CpuSet.of(system.currentCpu()));
      assertThat(memory.bound()).isFalse();
      assertThat(Kernel.presentPages(memory).cardinality()).isEqualTo(1);
    }
  }

  @Test
  void shouldTakeAnotherLibraryForNoLibnuma() {
    NumaSystem system = NumaSystems.load("Linux", "amd64", "libm.so.6");

    assertThat(system.bindsMemory()).isFalse();
    assertThat(system.degradedReason()).isPresent();
  }

  @Test
  void shouldRunUnplacedOnOtherPlatforms() {
    NumaSystem system = NumaSystems.load("Mac OS X", "aarch64", NumaSystems.DEFAULT_LIBRARY);
    String reason =
        "platform: os.name=Mac OS X os.arch=aarch64, placing needs Linux on one of amd64, aarch64";

    assertThat(system.bindsMemory()).isFalse();
    assertThat(system.degradedReason()).hasValue(reason);
    assertThat(system.topology().nodes()).hasSize(1);
    assertThat(system.topology().allowedCpus().size())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(system.currentAffinity()).isEqualTo(system.topology().allowedCpus());
    assertThat(system.currentCpu()).isEqualTo(-1);
    assertThat(system.currentKernelThread()).isEmpty();
    assertThat(system.currentNode()).isZero();
    try (NodeMemory memory = system.reserve(0, 1, TAG)) {
      assertThat(memory.bound()).isFalse();
    }
    assertThatThrownBy(() -> system.pinCurrentThread(CpuSet.of(0)))
        .isInstanceOf(PlacementException.class)
        .hasMessage("pin: cpus=0 cannot be had, run unpinned here. " + reason);
  }

  @Test
  void shouldRunUnplacedOnProcessorsWhoseConstantsDiffer() {
    assertThat(NumaSystems.load("Linux", "ppc64le", NumaSystems.DEFAULT_LIBRARY))
        .isInstanceOf(PlainNumaSystem.class);
  }

  @Test
  void shouldWarnOnceHoweverManyReasonsThereAre() {
    List<String> warnings = new ArrayList<>();
    Handler recorder =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            warnings.add(record.getLevel() + " " + record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("io.numetry.numa");
    logger.addHandler(recorder);
    logger.setUseParentHandlers(false);
    try {
      Degradation degradation = new Degradation();
      degradation.report("first: {0}");
      degradation.report("second");

      assertThat(degradation.reason()).hasValue("first: {0}");
      assertThat(warnings)
          .containsExactly(Level.WARNING + " NUMA placement is less than full. first: {0}");
    } finally {
      logger.setUseParentHandlers(true);
      logger.removeHandler(recorder);
    }
  }

  @Test
  void shouldWarnOnceAProcess() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-D" + NumaSystems.LIBRARY_PROPERTY + "=libnuma-missing.so.9",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutLibnuma.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines().filter(line -> line.startsWith("WARNING: ")))
        .containsExactly("WARNING: NUMA placement is less than full. " + NO_LIBNUMA);
    assertThat(output.lines()).contains("bound=false reason=" + NO_LIBNUMA);
  }

  /** A process that has no libnuma, and uses the system more than once. */
  static final class WithoutLibnuma {
    public static void main(String[] arguments) {
      for (int i = 0; i < 3; i++) {
        NumaSystem system = NumaSystem.system();
        try (NodeMemory memory = system.reserve(system.currentNode(), 1, TAG)) {
          memory.touch(0, 1);
          System.out.println(
              "bound=" + memory.bound() + " reason=" + system.degradedReason().orElse("none"));
        }
      }
    }
  }
}

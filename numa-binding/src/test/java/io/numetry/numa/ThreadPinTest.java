package io.numetry.numa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.numetry.numa.lib.LibC;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ThreadPinTest {

  private final NumaSystem system = NumaSystem.system();
  private final CpuSet allowed = system.topology().allowedCpus();
  private final CpuSet formerAffinity = system.currentAffinity();

  @AfterEach
  void shouldLeaveTheThreadAsItWas() {
    assertThat(system.currentAffinity()).isEqualTo(formerAffinity);
  }

  @Test
  void shouldMoveTheThreadToEachCpuAndBack() {
    for (int cpu : allowed.toArray()) {
      try (ThreadPin pin = system.pinCurrentThread(CpuSet.of(cpu))) {
        assertThat(pin.cpus()).isEqualTo(CpuSet.of(cpu));
        assertThat(system.currentAffinity()).isEqualTo(CpuSet.of(cpu));
        assertThat(system.currentCpu()).isEqualTo(cpu);
        assertThat(system.currentNode()).isEqualTo(system.topology().nodeOfCpu(cpu).orElseThrow());
      }
      assertThat(system.currentAffinity()).isEqualTo(formerAffinity);
    }
  }

  @Test
  void shouldGiveBackWhatAnOuterPinLeft() {
    assumeTrue(allowed.size() > 1);
    try (ThreadPin outer = system.pinCurrentThread(CpuSet.of(allowed.first()))) {
      try (ThreadPin inner = system.pinCurrentThread(allowed)) {
        assertThat(system.currentAffinity()).isEqualTo(inner.cpus()).isEqualTo(allowed);
      }
      assertThat(system.currentAffinity()).isEqualTo(outer.cpus());
    }
  }

  @Test
  void shouldCloseOnce() {
    ThreadPin first = system.pinCurrentThread(CpuSet.of(allowed.first()));
    first.close();
    try (ThreadPin second = system.pinCurrentThread(CpuSet.of(allowed.first()))) {
      first.close();

      assertThat(system.currentAffinity()).as("not given back twice").isEqualTo(second.cpus());
    }
  }

  @Test
  void shouldRefuseToBeClosedByAnotherThread() {
    try (ThreadPin pin = system.pinCurrentThread(CpuSet.of(allowed.first()))) {
      String pinned = Thread.currentThread().getName();

      assertThatThrownBy(() -> onThread(Thread.ofPlatform().name("other")::start, pin::close))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "unpin: thread=other is not the pinned thread=" + pinned + ", close the pin there");
      assertThat(system.currentAffinity()).isEqualTo(pin.cpus());
    }
  }

  @Test
  void shouldRefuseVirtualThreads() {
    assertThatThrownBy(
            () ->
                onThread(
                    Thread.ofVirtual().name("light")::start,
                    () -> system.pinCurrentThread(allowed).close()))
        .isInstanceOf(PlacementException.class)
        .hasMessage("pin: thread=light is virtual, pin a platform thread");
  }

  @Test
  void shouldRefuseCpusThatDoNotExist() {
    assertThatThrownBy(() -> system.pinCurrentThread(CpuSet.of(allowed.first(), 65_000)))
        .isInstanceOf(PlacementException.class)
        .hasMessage("pin: cpu=65000 does not exist, allowed=" + allowed);
    assertThatThrownBy(() -> system.pinCurrentThread(CpuSet.of()))
        .isInstanceOf(PlacementException.class)
        .hasMessage("pin: cpus is empty, name at least one of allowed=" + allowed);
  }

  @Test
  void shouldRefuseCpusThatAreNotAllowed() {
    assumeTrue(system.topology().presentCpus().containsAll(CpuSet.of(0, 1)));
    NumaTopology narrow = NumaTopology.of(HostTopology.read(Path.of("/"), CpuSet.of(0)));
    NumaSystem caged =
        new LinuxNumaSystem(HostLibraries.REAL, narrow, null, null, new Degradation());

    assertThatThrownBy(() -> caged.pinCurrentThread(CpuSet.of(0, 1)))
        .isInstanceOf(PlacementException.class)
        .hasMessage("pin: cpu=1 is offline or not allowed to this process, allowed=0");
  }

  @Test
  void shouldPassOnTheKernelsRefusal() {
    NumaSystem refused =
        HostLibraries.unbound(HostLibraries.refusing("sched_setaffinity", LibC.EINVAL));

    assertThatThrownBy(() -> refused.pinCurrentThread(allowed))
        .isInstanceOf(PlacementException.class)
        .hasMessage(
            "pin: the kernel refused cpus="
                + allowed
                + ", errno=22 (Invalid argument); see that cpuset.cpus allows them");
  }

  @Test
  void shouldNotTakeANarrowerMaskForSuccess() {
    assumeTrue(allowed.containsAll(CpuSet.of(0, 1)) && formerAffinity.contains(1));
    // What a kernel does whose cpuset has lost CPU 1 since this process started.
    LinuxLibraries narrowing =
        HostLibraries.intercepted(
            (function, arguments) -> {
              if (function.equals("sched_setaffinity") && ((long[]) arguments[2])[0] == 0b11) {
                ((long[]) arguments[2])[0] = 0b01;
              }
              return 0;
            });
    try (ThreadPin before = system.pinCurrentThread(CpuSet.of(1))) {
      assertThatThrownBy(() -> HostLibraries.unbound(narrowing).pinCurrentThread(CpuSet.of(0, 1)))
          .isInstanceOf(PlacementException.class)
          .hasMessage(
              "pin: the kernel gave cpus=0 instead of cpus=0-1; see that cpuset.cpus allows them");
      assertThat(system.currentAffinity()).isEqualTo(before.cpus());
    }
  }

  @Test
  void shouldReadMasksLongerThanUsual() {
    // What a kernel built for 8192 CPUs answers.
    LinuxLibraries longMasks =
        HostLibraries.intercepted(
            (function, arguments) ->
                function.equals("sched_getaffinity") && (long) arguments[1] < 8192 / Byte.SIZE
                    ? LibC.EINVAL
                    : 0);

    assertThat(HostLibraries.unbound(longMasks).currentAffinity()).isEqualTo(formerAffinity);
  }

  @Test
  void shouldGiveUpOnMasksThatNoLengthFits() {
    NumaSystem refused =
        HostLibraries.unbound(HostLibraries.refusing("sched_getaffinity", LibC.EINVAL));

    assertThatThrownBy(refused::currentAffinity)
        .isInstanceOf(PlacementException.class)
        .hasMessage("sched_getaffinity: thread=0, errno=22 (Invalid argument)");
  }

  @Test
  void shouldNotTakeAPinnedThreadForTheWholeProcess() {
    assumeTrue(allowed.size() > 1);
    try (ThreadPin pin = system.pinCurrentThread(CpuSet.of(allowed.first()))) {
      assertThat(new Affinity(HostLibraries.REAL).ofProcess())
          .isEqualTo(allowed)
          .isNotEqualTo(pin.cpus());
    }
  }

  private static void onThread(Executor starter, Runnable action) {
    try {
      CompletableFuture.runAsync(action, starter).join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }
}

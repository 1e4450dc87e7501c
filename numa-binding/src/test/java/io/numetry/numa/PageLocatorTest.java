package io.numetry.numa;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.numa.lib.LibC;
import io.numetry.numa.lib.LibNuma;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import jnr.ffi.LibraryLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerBalance.class)
final class PageLocatorTest {

  private static final MemoryTag TAG = new MemoryTag("test");
  private static final int PAGE = HostLibraries.REAL.pageBytes();
  private static final int NODE = NumaSystem.system().topology().nodes().getFirst().id();

  private final FakeLibNuma libnuma = new FakeLibNuma();

  private static LinuxNumaSystem system(LinuxLibraries libraries, LibNuma libnuma) {
    return new LinuxNumaSystem(
        libraries,
        NumaSystem.system().topology(),
        null,
        new PageLocator(libnuma, libraries),
        new Degradation());
  }

  /** The real library, but for move_pages. */
  private static LibNuma withoutMovePages() {
    LibNuma real =
        LibraryLoader.create(LibNuma.class).failImmediately().load(NumaSystems.DEFAULT_LIBRARY);
    return (LibNuma)
        Proxy.newProxyInstance(
            LibNuma.class.getClassLoader(),
            new Class<?>[] {LibNuma.class},
            (proxy, method, arguments) ->
                method.getName().equals("move_pages") ? -1L : method.invoke(real, arguments));
  }

  @Test
  void shouldTellWhereEachPageLiesOnThisHost() {
    NumaSystem system = NumaSystem.system();
    Loudly.skipUnless(system.bindsMemory(), () -> system.degradedReason().orElseThrow());
    try (NodeMemory memory = system.reserve(NODE, 3000L * PAGE, TAG)) {
      assertThat(memory.locate())
          .isEqualTo(new PageLocations(PAGE, Map.of(), 3000, 0, Optional.empty()));

      memory.touch(500L * PAGE, 2000L * PAGE);
      PageLocations touched = memory.locate();
      assertThat(touched.pagesByNode()).containsExactly(Map.entry(NODE, 2000L));
      assertThat(touched.notPresent()).isEqualTo(1000);
      assertThat(touched.unknown()).isZero();
      assertThat(touched.allOn(NODE)).isTrue();
      assertThat(touched)
          .hasToString(
              "node" + NODE + "=2000 not present=1000 unknown=0 pages of " + PAGE + " bytes");

      byte ignored = memory.segment().get(JAVA_BYTE, 0);
      assertThat(memory.locate().notPresent())
          .as("the shared page of zeros is none")
          .isEqualTo(1000);
      memory.segment().set(JAVA_BYTE, 0, (byte) 1);
      assertThat(memory.locate().pagesOn(NODE)).as("written, not touched").isEqualTo(2001);

      memory.release(500L * PAGE, 2000L * PAGE);
      assertThat(memory.locate().present()).isEqualTo(1);
    }
  }

  @Test
  void shouldAskPageByPageWhereMovePagesIsRefused() {
    NumaSystem host = NumaSystem.system();
    Loudly.skipUnless(host.bindsMemory(), () -> host.degradedReason().orElseThrow());
    try (NodeMemory memory =
        system(HostLibraries.REAL, withoutMovePages()).reserve(NODE, 1500L * PAGE, TAG)) {
      memory.touch(0, 1200L * PAGE);
      byte read = memory.segment().get(JAVA_BYTE, 1300L * PAGE);
      memory.segment().set(JAVA_BYTE, 1301L * PAGE, read);

      PageLocations locations = memory.locate();

      assertThat(locations.pagesByNode()).containsExactly(Map.entry(NODE, 1200L));
      assertThat(locations.notPresent()).isEqualTo(298);
      assertThat(locations.unknown()).as("read or written without being touched").isEqualTo(2);
      assertThat(locations.unknownBecause())
          .hasValue(
              "get_mempolicy: cannot tell a page that was only read, touch pages to have them"
                  + " told");
      assertThat(Kernel.presentPages(memory).cardinality()).as("none came").isEqualTo(1202);
    }
  }

  @Test
  void shouldCountNodesAndWhatIsNotThere() {
    try (NodeMemory memory = system(HostLibraries.REAL, libnuma).reserve(NODE, 10L * PAGE, TAG)) {
      long[] status = {0, 1, 1, 5, -LibC.ENOENT, -LibC.EFAULT, -13, FakeLibNuma.LEFT_OUT, 5, 0};
      libnuma.statusOfPage = page -> status[(int) ((page - memory.address()) / PAGE)];

      PageLocations locations = memory.locate();

      assertThat(locations.pagesByNode())
          .containsExactly(Map.entry(0, 2L), Map.entry(1, 2L), Map.entry(5, 2L));
      assertThat(locations.notPresent()).isEqualTo(2);
      assertThat(locations.unknown()).as("left out is not node 0").isEqualTo(2);
      assertThat(locations.unknownBecause())
          .hasValue("move_pages: a page could not be told, status=-13");
      assertThat(locations.present()).isEqualTo(6);
      assertThat(locations.allOn(1)).isFalse();
    }
  }

  @Test
  void shouldAskInBatches() {
    long pages = 2L * PageLocator.BATCH_PAGES + 1;
    try (NodeMemory memory = system(HostLibraries.REAL, libnuma).reserve(NODE, pages * PAGE, TAG)) {
      assertThat(memory.locate().pagesOn(0)).isEqualTo(pages);
      assertThat(libnuma.movePagesCalls).isEqualTo(3);
    }
  }

  @Test
  void shouldSayThatItCannotTellWhereAllIsRefused() {
    libnuma.refusesMovePages = true;
    libnuma.refusesMempolicy = true;
    LinuxLibraries libraries = new LinuxLibraries(HostLibraries.REAL.libc(), () -> LibC.EPERM);
    try (NodeMemory memory = system(libraries, libnuma).reserve(NODE, 4L * PAGE, TAG)) {
      memory.touch(PAGE, 2L * PAGE);

      PageLocations locations = memory.locate();

      assertThat(locations.pagesByNode()).isEmpty();
      assertThat(locations.notPresent()).as("the first, before anybody refused").isEqualTo(1);
      assertThat(locations.unknown()).isEqualTo(3);
      assertThat(locations.unknownBecause())
          .hasValue(
              "move_pages: refused, errno=1 (Operation not permitted); get_mempolicy: refused,"
                  + " errno=1 (Operation not permitted)");
    }
  }

  @Test
  void shouldSayThatItCannotTellWherePresenceIsRefusedToo() {
    libnuma.refusesMovePages = true;
    LinuxLibraries libraries = HostLibraries.refusing("mincore", LibC.ENOSYS);
    try (NodeMemory memory = system(libraries, libnuma).reserve(NODE, 4L * PAGE, TAG)) {
      assertThat(memory.locate().unknown()).isEqualTo(4);
      assertThat(memory.locate().unknownBecause().orElseThrow())
          .contains("mincore: refused, errno=38");
    }
  }

  @Test
  void shouldSayThatNobodyCanBeAsked() {
    try (NodeMemory unbound = HostLibraries.unbound(HostLibraries.REAL).reserve(NODE, PAGE, TAG);
        NodeMemory plain = new PlainNumaSystem("a test").reserve(0, PAGE, TAG)) {
      assertThat(unbound.locate().unknownBecause())
          .hasValue("locate: libnuma cannot be used, nobody to ask");
      assertThat(plain.locate().unknown()).isEqualTo(plain.byteSize() / 4096);
      assertThat(plain.memoryNode()).isEmpty();
    }
  }

  @Test
  void shouldRefuseClosedMemory() {
    NodeMemory memory = NumaSystem.system().reserve(NODE, PAGE, TAG);
    memory.close();

    assertThatThrownBy(memory::locate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("locate: memory is closed, tag=test");
  }
}

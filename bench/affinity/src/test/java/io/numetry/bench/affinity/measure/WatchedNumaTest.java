package io.numetry.bench.affinity.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.numetry.numa.CpuSet;
import io.numetry.numa.MemoryTag;
import io.numetry.numa.NodeMemory;
import io.numetry.numa.NumaSystem;
import io.numetry.numa.PageLocations;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WatchedNumaTest {
  private static final MemoryTag TAG = new MemoryTag("test");

  private final List<String> asked = new ArrayList<>();

  private NumaSystem host(PageLocations pages) {
    return proxy(
        NumaSystem.class,
        (self, method, arguments) -> {
          asked.add(method.getName() + " " + arguments[0]);
          return switch (method.getName()) {
            case "reserve" -> memory((int) arguments[0], pages);
            case "pinCurrentThread" -> null;
            default -> throw new AssertionError(method);
          };
        });
  }

  private static NodeMemory memory(int node, PageLocations pages) {
    return proxy(
        NodeMemory.class,
        (self, method, arguments) ->
            switch (method.getName()) {
              case "locate" -> pages;
              case "bound" -> true;
              case "node" -> node;
              case "memoryNode" -> OptionalInt.of(node);
              default -> throw new AssertionError(method);
            });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static PageLocations pages(Map<Integer, Long> byNode, long unknown) {
    return new PageLocations(
        4096, byNode, 3, unknown, unknown == 0 ? Optional.empty() : Optional.of("it is silent"));
  }

  private static void inThread(String name, Runnable work) throws InterruptedException {
    Thread thread = Thread.ofPlatform().name(name).start(work);
    thread.join();
  }

  /** A bench that measures the wrong placement would not show it. */
  @Test
  void movesTheAggregatorOfItsNodeAndNobodyElse() throws InterruptedException {
    var numa = WatchedNuma.withAggregatorOn(host(pages(Map.of(), 0)), 1, CpuSet.of(7));
    CpuSet wanted = CpuSet.of(2, 3);
    inThread("numetry-node-1", () -> numa.pinCurrentThread(wanted));
    inThread("numetry-node-11", () -> numa.pinCurrentThread(wanted));
    inThread("bench-owner", () -> numa.pinCurrentThread(wanted));
    assertThat(asked)
        .containsExactly("pinCurrentThread 7", "pinCurrentThread 2-3", "pinCurrentThread 2-3");
    var _ = numa.reserve(1, 4096, TAG);
    assertThat(asked.getLast()).as("memory stays where it belongs").isEqualTo("reserve 1");
  }

  @Test
  void takesAllMemoryFromOneNodeAndTellsWhereItLies() {
    var numa = WatchedNuma.withMemoryOn(host(pages(Map.of(3, 12L), 0)), 3);
    var _ = numa.reserve(0, 4096, TAG);
    assertThat(asked).containsExactly("reserve 3");
    assertThat(numa.whereLastLies()).isEqualTo("node 3");
  }

  @Test
  void memoryThatLiesElsewhereIsAnError() {
    var numa = WatchedNuma.withMemoryOn(host(pages(Map.of(2, 1L, 3, 11L), 0)), 3);
    var _ = numa.reserve(3, 4096, TAG);
    assertThatIllegalStateException()
        .isThrownBy(numa::whereLastLies)
        .withMessageContaining("asked for node 3, got node2=1 node3=11");
  }

  @Test
  void aKernelThatDoesNotTellIsNoError() {
    var numa = WatchedNuma.withMemoryOn(host(pages(Map.of(), 4)), 3);
    var _ = numa.reserve(3, 4096, TAG);
    assertThat(numa.whereLastLies()).isEqualTo("not told: it is silent");
  }
}

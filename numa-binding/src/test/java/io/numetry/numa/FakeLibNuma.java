package io.numetry.numa;

import io.numetry.numa.lib.LibNuma;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** A libnuma that answers as a test says. */
final class FakeLibNuma implements LibNuma {
  int available;
  int highestNode;
  long answer;
  String call = "";
  Runnable whenBinding = () -> {};
  IntUnaryOperator nodeOfCpu = cpu -> 0;
  IntBinaryOperator distance = (from, to) -> 10;
  Map<Integer, Long> nodeBytes = new HashMap<>();

  /** Status of the page at an address. */
  LongUnaryOperator statusOfPage = page -> 0;

  boolean refusesMovePages;
  boolean refusesMempolicy;
  int movePagesCalls;

  @Override
  public int numa_available() {
    return available;
  }

  @Override
  public int numa_max_node() {
    return highestNode;
  }

  @Override
  public long mbind(
      long addr, long len, int mode, long @Nullable [] nodemask, long maxnode, int flags) {
    call =
        "mbind(%d, %d, %d, %s, %d, %d)"
            .formatted(addr, len, mode, Arrays.toString(nodemask), maxnode, flags);
    whenBinding.run();
    return answer;
  }

  @Override
  public int numa_node_of_cpu(int cpu) {
    return nodeOfCpu.applyAsInt(cpu);
  }

  @Override
  public int numa_distance(int node1, int node2) {
    return distance.applyAsInt(node1, node2);
  }

  @Override
  public long numa_node_size64(int node, long @Nullable [] freep) {
    return nodeBytes.getOrDefault(node, -1L);
  }

  @Override
  public long move_pages(
      int pid, long count, long[] pages, int @Nullable [] nodes, int[] status, int flags) {
    movePagesCalls++;
    if (refusesMovePages) {
      return -1;
    }
    for (int i = 0; i < count; i++) {
      long told = statusOfPage.applyAsLong(pages[i]);
      if (told != LEFT_OUT) {
        status[i] = (int) told;
      }
    }
    return 0;
  }

  /** For {@link #statusOfPage}: the kernel writes nothing for a page. */
  static final long LEFT_OUT = Long.MIN_VALUE;

  @Override
  public long get_mempolicy(
      int[] mode, long @Nullable [] nodemask, long maxnode, long addr, int flags) {
    if (refusesMempolicy) {
      return -1;
    }
    mode[0] = (int) statusOfPage.applyAsLong(addr);
    return 0;
  }
}

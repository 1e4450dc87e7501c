package io.numetry.numa.lib;

import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import jnr.ffi.provider.jffi.NoX86;
import org.jspecify.annotations.Nullable;

/**
 * Functions of libnuma; jnr-ffi implements this interface.
 *
 * <p>Errno is captured, and {@code NoX86} is there, as for {@link LibC}.
 */
@NoX86
@SuppressWarnings(
    "MemberName") // C names are kept, so that the man page can be read beside the code
public interface LibNuma {

  int MPOL_DEFAULT = 0;
  int MPOL_BIND = 2;

  int MPOL_F_NODE = 1 << 0;
  int MPOL_F_ADDR = 1 << 1;

  /**
   * Negative if the kernel offers no NUMA policy; the other functions are then undefined.
   *
   * @see <a href="https://man7.org/linux/man-pages/man3/numa.3.html">numa(3)</a>
   */
  int numa_available();

  /**
   * The highest node number present.
   *
   * @see <a href="https://man7.org/linux/man-pages/man3/numa.3.html">numa(3)</a>
   */
  int numa_max_node();

  /**
   * Sets the policy by which a range's pages are taken from nodes.
   *
   * @param nodemask bit n is node n; null is the empty set
   * @param maxnode one <em>more</em> than the number of bits in {@code nodemask}: the kernel takes
   *     one off before it reads the mask, whatever the man page says
   * @see <a href="https://man7.org/linux/man-pages/man2/mbind.2.html">mbind(2)</a>
   */
  long mbind(
      long addr, long len, int mode, @In long @Nullable [] nodemask, long maxnode, int flags);

  /**
   * The node of a CPU; -1 if there is no such CPU.
   *
   * @see <a href="https://man7.org/linux/man-pages/man3/numa.3.html">numa(3)</a>
   */
  int numa_node_of_cpu(int cpu);

  /**
   * How far two nodes are from each other, 10 being a node's own memory; 0 if it cannot be told.
   *
   * @see <a href="https://man7.org/linux/man-pages/man3/numa.3.html">numa(3)</a>
   */
  int numa_distance(int node1, int node2);

  /**
   * Bytes of memory on a node; -1 if it cannot be told.
   *
   * @param freep one element, receives the bytes that are free; null not to be told
   * @see <a href="https://man7.org/linux/man-pages/man3/numa.3.html">numa(3)</a>
   */
  long numa_node_size64(int node, @Out long @Nullable [] freep);

  /**
   * Tells on which node each page is, if {@code nodes} is null; moves pages otherwise.
   *
   * @param pid 0 is this process
   * @param pages an address in each page
   * @param nodes null to move nothing
   * @param status receives a page's node, or a negative errno: ENOENT where no page is, EFAULT for
   *     the page of zeros that all untouched memory shares. What the kernel does not write stays,
   *     so fill it with what is neither.
   * @see <a href="https://man7.org/linux/man-pages/man2/move_pages.2.html">move_pages(2)</a>
   */
  long move_pages(
      int pid,
      long count,
      @In long[] pages,
      @In int @Nullable [] nodes,
      @In @Out int[] status,
      int flags);

  /**
   * With {@link #MPOL_F_NODE} and {@link #MPOL_F_ADDR}: the node of the page at an address, which
   * is brought in if it is not there.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/get_mempolicy.2.html">get_mempolicy(2)</a>
   */
  long get_mempolicy(
      @Out int[] mode, @Out long @Nullable [] nodemask, long maxnode, long addr, int flags);
}

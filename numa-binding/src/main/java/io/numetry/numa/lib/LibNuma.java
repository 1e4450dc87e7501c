package io.numetry.numa.lib;

import jnr.ffi.annotations.In;
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
}

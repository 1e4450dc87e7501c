package io.numetry.numa.topology;

import java.util.OptionalLong;

/**
 * A node's huge pages of one size.
 *
 * @param pageBytes bytes in one page
 * @param total pages in the pool; empty if not told
 * @param free pages nobody has; empty if not told
 * @see <a href="https://www.kernel.org/doc/html/latest/admin-guide/mm/hugetlbpage.html">HugeTLB
 *     Pages</a>
 */
public record HugePagePool(long pageBytes, OptionalLong total, OptionalLong free) {}

/**
 * What the kernel tells of NUMA nodes, read from its files; used only where host metrics are
 * switched on, once a period. Threads and processes are read by {@code io.numetry.numa.proc}, by
 * the same rule: what is missing, unreadable, too long or makes no sense is absent, and never zero.
 */
@NullMarked
package io.numetry.host;

import org.jspecify.annotations.NullMarked;

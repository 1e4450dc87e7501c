/**
 * What the kernel tells of threads, the process and NUMA nodes, read from its files.
 *
 * <p>Nothing here throws for what a file holds: what is missing, unreadable, too long or makes no
 * sense is absent, and never zero. Readers allocate; they are used only where host metrics are
 * switched on, once a period.
 */
@NullMarked
package io.numetry.host;

import org.jspecify.annotations.NullMarked;

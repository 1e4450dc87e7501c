/**
 * What the kernel tells of a process, its threads and its memory, read from its files.
 *
 * <p>Nothing here throws for what a file holds: what is missing, unreadable, too long or makes no
 * sense is absent, and never zero. Readers allocate.
 */
@NullMarked
package io.numetry.numa.proc;

import org.jspecify.annotations.NullMarked;

/**
 * What the host is made of and what of it this process may use, as the kernel's files tell it:
 * nodes, sockets, physical cores, caches, distances, memory, limits.
 */
@NullMarked
package io.numetry.numa.topology;

import org.jspecify.annotations.NullMarked;

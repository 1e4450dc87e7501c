/** Topology, pinning and memory of a Linux NUMA host, in the words of the man pages. */
@NullMarked
package io.numetry.numa;

import org.jspecify.annotations.NullMarked;

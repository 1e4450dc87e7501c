/** Which CPUs and nodes are measured with which: decided from the topology, before any start. */
@NullMarked
package io.numetry.bench.affinity.select;

import org.jspecify.annotations.NullMarked;

/** Results of hosts that do not exist, with figures that follow from their topology. */
@NullMarked
package io.numetry.bench.affinity.synthetic;

import org.jspecify.annotations.NullMarked;

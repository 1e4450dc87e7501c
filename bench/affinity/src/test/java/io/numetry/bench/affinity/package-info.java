/** Tests of the affinity bench; none of them times anything. */
@NullMarked
package io.numetry.bench.affinity;

import org.jspecify.annotations.NullMarked;

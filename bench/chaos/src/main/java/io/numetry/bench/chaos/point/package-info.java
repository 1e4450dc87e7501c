/** Points as both ends name and digest them: the process that records, and the receiver. */
@NullMarked
package io.numetry.bench.chaos.point;

import org.jspecify.annotations.NullMarked;

/** What delivery costs up to the receiver's answer, of the same points, to the same receiver. */
@NullMarked
package io.numetry.bench.jmh.export;

import org.jspecify.annotations.NullMarked;

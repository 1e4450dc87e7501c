/** What a collection costs from a core's cells to the bytes of a request. */
@NullMarked
package io.numetry.bench.jmh.cycle;

import org.jspecify.annotations.NullMarked;

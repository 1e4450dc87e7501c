/** The table is held against the benchmarks that there are. */
@NullMarked
package io.numetry.bench.suite;

import org.jspecify.annotations.NullMarked;

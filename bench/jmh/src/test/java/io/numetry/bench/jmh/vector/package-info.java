/** The aggregator's loops in three ways. */
@NullMarked
package io.numetry.bench.jmh.vector;

import org.jspecify.annotations.NullMarked;

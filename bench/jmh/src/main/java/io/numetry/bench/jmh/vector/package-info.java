/**
 * An aggregator's inner loops, as they are, as a compiler makes vector instructions of them, and
 * with {@code jdk.incubator.vector}, which only this experiment uses.
 */
@NullMarked
package io.numetry.bench.jmh.vector;

import org.jspecify.annotations.NullMarked;

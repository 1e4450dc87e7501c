/**
 * What recording, flipping and draining cost. Each class holds a measurement and its baseline, so
 * that both are run alike, one after the other; {@code scripts/bench} puts them side by side
 * against the limits.
 */
@NullMarked
package io.numetry.bench.jmh;

import org.jspecify.annotations.NullMarked;

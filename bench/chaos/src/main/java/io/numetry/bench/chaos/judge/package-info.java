/** Compares the two sides and says what differs. */
@NullMarked
package io.numetry.bench.chaos.judge;

import org.jspecify.annotations.NullMarked;

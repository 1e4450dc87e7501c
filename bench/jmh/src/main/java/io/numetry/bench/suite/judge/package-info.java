/** Holds what was measured against the rows. */
@NullMarked
package io.numetry.bench.suite.judge;

import org.jspecify.annotations.NullMarked;

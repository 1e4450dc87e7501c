/** Tests of the run and its rooms. */
@NullMarked
package io.numetry.bench.chaos;

import org.jspecify.annotations.NullMarked;

/** Tests with results that were never measured. */
@NullMarked
package io.numetry.bench.suite.judge;

import org.jspecify.annotations.NullMarked;

/** Tests with results that were never measured. */
@NullMarked
package io.numetry.bench.suite.compare;

import org.jspecify.annotations.NullMarked;

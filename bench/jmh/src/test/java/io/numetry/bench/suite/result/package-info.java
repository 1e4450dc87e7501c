/** Tests with results that were never measured. */
@NullMarked
package io.numetry.bench.suite.result;

import org.jspecify.annotations.NullMarked;

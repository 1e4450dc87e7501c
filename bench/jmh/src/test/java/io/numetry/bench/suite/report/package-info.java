/** Tests with results that were never measured. */
@NullMarked
package io.numetry.bench.suite.report;

import org.jspecify.annotations.NullMarked;

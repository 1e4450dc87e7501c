/** What a run of the suite measured: records, and the file that they are kept in. */
@NullMarked
package io.numetry.bench.suite.result;

import org.jspecify.annotations.NullMarked;

/** Which benchmarks stand for what, beside what, within which limit; run, judged, and shown. */
@NullMarked
package io.numetry.bench.suite;

import org.jspecify.annotations.NullMarked;

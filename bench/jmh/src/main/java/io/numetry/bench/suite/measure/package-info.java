/** Measures what rows name: through JMH, and by programs of their own. */
@NullMarked
package io.numetry.bench.suite.measure;

import org.jspecify.annotations.NullMarked;

/** What a recording costs beside the peers'. */
@NullMarked
package io.numetry.bench.jmh.record;

import org.jspecify.annotations.NullMarked;

/** What a series takes of memory, beside the peers'. */
@NullMarked
package io.numetry.bench.jmh.memory;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package io.numetry.bench.chaos;

import org.jspecify.annotations.NullMarked;

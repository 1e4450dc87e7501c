/** Tests. */
@NullMarked
package io.numetry.bench.chaos.journal;

import org.jspecify.annotations.NullMarked;

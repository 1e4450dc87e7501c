/** Tests. */
@NullMarked
package io.numetry.bench.chaos.judge;

import org.jspecify.annotations.NullMarked;

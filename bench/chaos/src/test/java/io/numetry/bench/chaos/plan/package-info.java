/** Tests. */
@NullMarked
package io.numetry.bench.chaos.plan;

import org.jspecify.annotations.NullMarked;

/** Tests of the schedule. */
@NullMarked
package io.numetry.bench.chaos.plan;

import org.jspecify.annotations.NullMarked;

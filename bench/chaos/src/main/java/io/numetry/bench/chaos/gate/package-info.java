/** What stands between the process and its receiver, and does the harm. */
@NullMarked
package io.numetry.bench.chaos.gate;

import org.jspecify.annotations.NullMarked;

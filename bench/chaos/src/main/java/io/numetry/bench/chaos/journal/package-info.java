/** What a process wrote down of itself before it ended, however it ended. */
@NullMarked
package io.numetry.bench.chaos.journal;

import org.jspecify.annotations.NullMarked;

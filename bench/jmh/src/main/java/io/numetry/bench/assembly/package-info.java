/** What the recording calls become on this processor: captured, disassembled, counted, written. */
@NullMarked
package io.numetry.bench.assembly;

import org.jspecify.annotations.NullMarked;

/** The reading of machine code, on code that is written down. */
@NullMarked
package io.numetry.bench.assembly;

import org.jspecify.annotations.NullMarked;

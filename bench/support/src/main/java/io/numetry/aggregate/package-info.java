/** Doors into the engine's package of this name, for benches and tests of races. */
@NullMarked
package io.numetry.aggregate;

import org.jspecify.annotations.NullMarked;

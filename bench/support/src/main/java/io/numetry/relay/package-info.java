/** Doors into the engine's package of this name, for tests of races. */
@NullMarked
package io.numetry.relay;

import org.jspecify.annotations.NullMarked;

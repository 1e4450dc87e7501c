/** Proves on the machine it runs on that threads and memory are where they were planned to be. */
@NullMarked
package io.numetry.examples.placement;

import org.jspecify.annotations.NullMarked;

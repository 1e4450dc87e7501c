/** The gateway's frames, where they come from, and the rings that carry them between cores. */
@NullMarked
package io.numetry.examples.gateway.wire;

import org.jspecify.annotations.NullMarked;

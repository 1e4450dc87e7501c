/** Partial sums on their way from a node to the root: one frame at a time crosses the socket. */
@NullMarked
package io.numetry.relay;

import org.jspecify.annotations.NullMarked;

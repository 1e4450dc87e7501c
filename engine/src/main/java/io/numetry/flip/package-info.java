/** The flip: how a core's owner and the aggregator hand halves of a bank to each other. */
@NullMarked
package io.numetry.flip;

import org.jspecify.annotations.NullMarked;

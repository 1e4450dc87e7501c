/** Node aggregators: the agents that drain sealed halves into their node's windows. */
@NullMarked
package io.numetry.aggregate;

import org.jspecify.annotations.NullMarked;

/** Plain and ordered access to native memory by absolute address: the one place that does it. */
@NullMarked
package io.numetry.memory;

import org.jspecify.annotations.NullMarked;

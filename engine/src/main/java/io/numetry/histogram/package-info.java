/** Histograms in native memory: how values find their buckets, and how cells are merged. */
@NullMarked
package io.numetry.histogram;

import org.jspecify.annotations.NullMarked;

/** Histograms in native memory: which bucket a value belongs to, recording it, merging cells. */
@NullMarked
package io.numetry.histogram;

import org.jspecify.annotations.NullMarked;

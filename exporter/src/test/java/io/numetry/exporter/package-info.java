/** Tests of the exporter as a whole. */
@NullMarked
package io.numetry.exporter;

import org.jspecify.annotations.NullMarked;

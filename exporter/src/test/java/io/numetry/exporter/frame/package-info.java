/** Tests of frames. */
@NullMarked
package io.numetry.exporter.frame;

import org.jspecify.annotations.NullMarked;

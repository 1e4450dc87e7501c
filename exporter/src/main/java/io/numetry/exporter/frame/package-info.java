/** Frames: finished requests in native memory, from encoding until they are settled. */
@NullMarked
package io.numetry.exporter.frame;

import org.jspecify.annotations.NullMarked;

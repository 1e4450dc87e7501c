/** Processes that end in every way, and what was received of them. */
@NullMarked
package io.numetry.exporter.guard;

import org.jspecify.annotations.NullMarked;

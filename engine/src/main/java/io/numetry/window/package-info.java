/** What a reader sees of a node's metrics: windows of columns, one value a series. */
@NullMarked
package io.numetry.window;

import org.jspecify.annotations.NullMarked;

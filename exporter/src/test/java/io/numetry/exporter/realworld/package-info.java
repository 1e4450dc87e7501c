/** Delivery to programs that others have written. */
@NullMarked
package io.numetry.exporter.realworld;

import org.jspecify.annotations.NullMarked;

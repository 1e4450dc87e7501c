/** Tests of bodies. */
@NullMarked
package io.numetry.exporter.body;

import org.jspecify.annotations.NullMarked;

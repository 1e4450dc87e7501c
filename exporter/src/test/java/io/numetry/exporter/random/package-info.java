/** Schemas and recordings made up at random, compared with a model of plain Java objects. */
@NullMarked
package io.numetry.exporter.random;

import org.jspecify.annotations.NullMarked;

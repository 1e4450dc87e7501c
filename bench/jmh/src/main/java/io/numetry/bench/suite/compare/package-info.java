/** Two runs beside each other: what has changed, and what is noise. */
@NullMarked
package io.numetry.bench.suite.compare;

import org.jspecify.annotations.NullMarked;

/** Runs the whole product while everything around it goes wrong, and accounts for every point. */
@NullMarked
package io.numetry.bench.chaos;

import org.jspecify.annotations.NullMarked;

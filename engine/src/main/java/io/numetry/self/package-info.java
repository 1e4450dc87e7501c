/**
 * Numetry's metrics of itself: schemas like any user's, and the metric sets generated from them
 * (kept in src/generated, since the engine cannot run its own processor on itself).
 */
@NullMarked
package io.numetry.self;

import org.jspecify.annotations.NullMarked;

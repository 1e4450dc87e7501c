/**
 * Carries out where threads and memory are to be, keeps account of both, and looks again at where
 * they are.
 */
@NullMarked
package io.numetry.placement;

import org.jspecify.annotations.NullMarked;

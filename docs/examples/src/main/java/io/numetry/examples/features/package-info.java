/** Each feature by itself, a screen at most: what the guide shows. */
@NullMarked
package io.numetry.examples.features;

import org.jspecify.annotations.NullMarked;

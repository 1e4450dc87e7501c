/**
 * A core's native memory: where its control lines, halves and slots lie, and how slots are given.
 */
@NullMarked
package io.numetry.bank;

import org.jspecify.annotations.NullMarked;

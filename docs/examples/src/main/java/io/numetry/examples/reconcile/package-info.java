/** What was recorded, counted without Numetry, held against what was received. */
@NullMarked
package io.numetry.examples.reconcile;

import org.jspecify.annotations.NullMarked;

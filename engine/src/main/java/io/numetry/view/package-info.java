/** Views: what becomes of a schema's instruments on their way out, decided before any value. */
@NullMarked
package io.numetry.view;

import org.jspecify.annotations.NullMarked;

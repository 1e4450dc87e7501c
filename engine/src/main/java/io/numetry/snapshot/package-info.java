/** A reader of one's own: all points as objects, for an admin's view and for tests. */
@NullMarked
package io.numetry.snapshot;

import org.jspecify.annotations.NullMarked;

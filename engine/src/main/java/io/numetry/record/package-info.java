/** The recording path: what runs on a core's thread when it adds, sets or records a value. */
@NullMarked
package io.numetry.record;

import org.jspecify.annotations.NullMarked;

/** Hours in minutes: short intervals, sets that come and go, and the process's memory meanwhile. */
@NullMarked
package io.numetry.examples.soak;

import org.jspecify.annotations.NullMarked;

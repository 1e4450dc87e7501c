/** Cores: what a thread opens to record, and everything it may do with it. */
@NullMarked
package io.numetry.core;

import org.jspecify.annotations.NullMarked;

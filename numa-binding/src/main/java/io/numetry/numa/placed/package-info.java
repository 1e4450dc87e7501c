/**
 * What a process has placed where, told to others by a file, and where the kernel says that it is
 * now.
 */
@NullMarked
package io.numetry.numa.placed;

import org.jspecify.annotations.NullMarked;

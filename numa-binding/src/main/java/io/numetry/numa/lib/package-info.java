/**
 * The native functions in use, each under its C name with its C return code, as its man page says.
 */
@NullMarked
package io.numetry.numa.lib;

import org.jspecify.annotations.NullMarked;

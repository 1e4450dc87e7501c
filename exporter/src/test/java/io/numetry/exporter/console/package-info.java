/** Tests of what is written to the console. */
@NullMarked
package io.numetry.exporter.console;

import org.jspecify.annotations.NullMarked;

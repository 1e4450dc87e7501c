/** What a process's telemetry looks like from outside: its schema, alive, as JSON. */
@NullMarked
package io.numetry.reflect;

import org.jspecify.annotations.NullMarked;

/** The entrance: {@link io.numetry.Telemetry} starts everything, opens cores, and shuts down. */
@NullMarked
package io.numetry;

import org.jspecify.annotations.NullMarked;

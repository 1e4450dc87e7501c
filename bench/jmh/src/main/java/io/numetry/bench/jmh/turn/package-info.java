/** How even an owner's turns are, with telemetry and without, ours and OpenTelemetry Java's. */
@NullMarked
package io.numetry.bench.jmh.turn;

import org.jspecify.annotations.NullMarked;

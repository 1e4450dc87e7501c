/** How telemetry is at a moment, for health checks: plain values that any thread may ask for. */
@NullMarked
package io.numetry.health;

import org.jspecify.annotations.NullMarked;

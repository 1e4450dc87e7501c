/** A real OpenTelemetry Collector and a real Prometheus, started for a test. */
@NullMarked
package io.numetry.examples.realworld;

import org.jspecify.annotations.NullMarked;

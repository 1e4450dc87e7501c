/** The same measurements through OpenTelemetry Java: both say the same on the wire. */
@NullMarked
package io.numetry.exporter.differential;

import org.jspecify.annotations.NullMarked;

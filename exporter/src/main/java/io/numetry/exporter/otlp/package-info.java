/** OTLP metrics on the wire: from a window's columns to frames, in native memory. */
@NullMarked
package io.numetry.exporter.otlp;

import org.jspecify.annotations.NullMarked;

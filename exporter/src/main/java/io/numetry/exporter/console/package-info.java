/** The console as a destination: tables for people, OTLP/JSON lines for programs. */
@NullMarked
package io.numetry.exporter.console;

import org.jspecify.annotations.NullMarked;

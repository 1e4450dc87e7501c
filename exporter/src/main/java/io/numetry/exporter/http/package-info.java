/** OTLP over HTTP: delivery of frames in order, with retry, on one event loop. */
@NullMarked
package io.numetry.exporter.http;

import org.jspecify.annotations.NullMarked;

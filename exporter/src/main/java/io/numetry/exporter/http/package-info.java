/** OTLP over HTTP: what a request is made of, and what its response means for a frame. */
@NullMarked
package io.numetry.exporter.http;

import org.jspecify.annotations.NullMarked;

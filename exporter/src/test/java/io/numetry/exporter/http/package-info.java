/** Tests of OTLP over HTTP. */
@NullMarked
package io.numetry.exporter.http;

import org.jspecify.annotations.NullMarked;

/** OTLP/JSON: an encoded request in the other encoding that the specification has for it. */
@NullMarked
package io.numetry.exporter.json;

import org.jspecify.annotations.NullMarked;

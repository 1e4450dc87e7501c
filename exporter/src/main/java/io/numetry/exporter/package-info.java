/** The OTLP exporter: frames encoded on the node, delivered by one sender. */
@NullMarked
package io.numetry.exporter;

import org.jspecify.annotations.NullMarked;

/** Tests of OTLP/JSON. */
@NullMarked
package io.numetry.exporter.json;

import org.jspecify.annotations.NullMarked;

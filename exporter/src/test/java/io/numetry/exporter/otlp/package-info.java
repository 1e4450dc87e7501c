/** Tests of the encoding. */
@NullMarked
package io.numetry.exporter.otlp;

import org.jspecify.annotations.NullMarked;

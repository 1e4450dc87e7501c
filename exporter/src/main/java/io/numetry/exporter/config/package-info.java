/** The exporter's options, in code and from the standard environment variables. */
@NullMarked
package io.numetry.exporter.config;

import org.jspecify.annotations.NullMarked;

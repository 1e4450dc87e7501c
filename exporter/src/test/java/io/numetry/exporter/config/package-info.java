/** Tests of the options. */
@NullMarked
package io.numetry.exporter.config;

import org.jspecify.annotations.NullMarked;

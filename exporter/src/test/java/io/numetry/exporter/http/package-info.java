/** Tests of delivery's parts. */
@NullMarked
package io.numetry.exporter.http;

import org.jspecify.annotations.NullMarked;

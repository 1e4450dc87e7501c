/** Tests of connections' parts. */
@NullMarked
package io.numetry.exporter.client;

import org.jspecify.annotations.NullMarked;

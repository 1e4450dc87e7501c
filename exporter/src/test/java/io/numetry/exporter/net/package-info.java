/** Tests of channels. */
@NullMarked
package io.numetry.exporter.net;

import org.jspecify.annotations.NullMarked;

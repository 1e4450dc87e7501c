/** Tests of delivery's queue and waits. */
@NullMarked
package io.numetry.exporter.send;

import org.jspecify.annotations.NullMarked;

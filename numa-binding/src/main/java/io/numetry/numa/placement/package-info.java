/**
 * Which CPU each core, aggregator and network thread is to have, decided and checked before any of
 * these threads starts.
 */
@NullMarked
package io.numetry.numa.placement;

import org.jspecify.annotations.NullMarked;

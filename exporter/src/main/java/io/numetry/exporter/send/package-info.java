/** Delivery: the queue, its order, retry and the account of it, over any transport. */
@NullMarked
package io.numetry.exporter.send;

import org.jspecify.annotations.NullMarked;

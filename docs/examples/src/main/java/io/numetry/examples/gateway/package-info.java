/** A thread-per-core message gateway: receivers, parsers and senders in the cores' duty cycles. */
@NullMarked
package io.numetry.examples.gateway;

import org.jspecify.annotations.NullMarked;

/** What the gateway records: the metric sets' interfaces, and a second count of each. */
@NullMarked
package io.numetry.examples.gateway.metrics;

import org.jspecify.annotations.NullMarked;

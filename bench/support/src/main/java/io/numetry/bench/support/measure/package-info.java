/**
 * What measures outside of JMH are made with: pinned threads, a timed busy loop, a sink for
 * exports, what else the machine does.
 */
@NullMarked
package io.numetry.bench.support.measure;

import org.jspecify.annotations.NullMarked;

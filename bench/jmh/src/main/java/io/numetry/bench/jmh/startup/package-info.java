/** What starting and registering cost, beside the peers'. */
@NullMarked
package io.numetry.bench.jmh.startup;

import org.jspecify.annotations.NullMarked;

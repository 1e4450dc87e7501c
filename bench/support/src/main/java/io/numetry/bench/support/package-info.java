/** What the benches share: metric sets as the generator writes them, and banks to use again. */
@NullMarked
package io.numetry.bench.support;

import org.jspecify.annotations.NullMarked;

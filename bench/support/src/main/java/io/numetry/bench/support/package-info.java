/**
 * What the benches share: metric sets as the generator writes them, banks to use again, the machine
 * in words.
 */
@NullMarked
package io.numetry.bench.support;

import org.jspecify.annotations.NullMarked;

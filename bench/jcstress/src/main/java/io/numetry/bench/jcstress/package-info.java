/**
 * The flip as a specification: for each race, the outcomes that it may have. Whatever is not named
 * is forbidden.
 *
 * <p>All tests run the engine's own classes; only the memory of a bank is used again, by {@link
 * io.numetry.bench.support.Banks#renew}, because a mapping for each of millions of samples would
 * leave no time for the races.
 */
@NullMarked
package io.numetry.bench.jcstress;

import org.jspecify.annotations.NullMarked;

/** What goes wrong and when: made of a seed, before anything runs. */
@NullMarked
package io.numetry.bench.chaos.plan;

import org.jspecify.annotations.NullMarked;

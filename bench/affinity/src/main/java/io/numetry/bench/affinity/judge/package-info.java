/** What the figures mean: findings, a recommended placement, and the one sentence on top. */
@NullMarked
package io.numetry.bench.affinity.judge;

import org.jspecify.annotations.NullMarked;

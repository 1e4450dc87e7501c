/** Tests of the judge: that it finds what there is to be found. */
@NullMarked
package io.numetry.bench.chaos.judge;

import org.jspecify.annotations.NullMarked;

/** Figures as people read them, and markup that is well-formed: what reports are written with. */
@NullMarked
package io.numetry.bench.support.report;

import org.jspecify.annotations.NullMarked;

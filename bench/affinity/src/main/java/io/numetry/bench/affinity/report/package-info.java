/** A report as text for the terminal and as one page for the browser, from its records alone. */
@NullMarked
package io.numetry.bench.affinity.report;

import org.jspecify.annotations.NullMarked;

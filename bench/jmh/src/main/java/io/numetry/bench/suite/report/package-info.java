/** A run as text, as a page for the browser and as a part of the documentation. */
@NullMarked
package io.numetry.bench.suite.report;

import org.jspecify.annotations.NullMarked;

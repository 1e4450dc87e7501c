/** What stands for what, beside what, within which limit: the tables, a line a row. */
@NullMarked
package io.numetry.bench.suite.rows;

import org.jspecify.annotations.NullMarked;

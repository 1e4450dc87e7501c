/** The process that is put under stress: records, exports, and writes down what it handed over. */
@NullMarked
package io.numetry.bench.chaos.work;

import org.jspecify.annotations.NullMarked;

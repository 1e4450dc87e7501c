/** The measuring loops, each on threads that it pins, and what tells whether to believe them. */
@NullMarked
package io.numetry.bench.affinity.measure;

import org.jspecify.annotations.NullMarked;

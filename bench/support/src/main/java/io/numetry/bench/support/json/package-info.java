/** Reads JSON, and writes and reads records as JSON: what results are kept in. */
@NullMarked
package io.numetry.bench.support.json;

import org.jspecify.annotations.NullMarked;

/** What was measured and what was made of it: records, and their JSON, which is their shape. */
@NullMarked
package io.numetry.bench.affinity.result;

import org.jspecify.annotations.NullMarked;

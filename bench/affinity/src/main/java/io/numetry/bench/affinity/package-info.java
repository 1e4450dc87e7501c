/** The affinity bench's command line: reads what is asked, has it measured, judged and written. */
@NullMarked
package io.numetry.bench.affinity;

import org.jspecify.annotations.NullMarked;

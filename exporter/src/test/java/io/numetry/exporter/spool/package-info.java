/** The spool, with its folder damaged, its process killed and its disk full. */
@NullMarked
package io.numetry.exporter.spool;

import org.jspecify.annotations.NullMarked;

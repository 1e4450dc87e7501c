/** The spool: frames on disk while the destination is away, in order, bounded and checksummed. */
@NullMarked
package io.numetry.exporter.spool;

import org.jspecify.annotations.NullMarked;

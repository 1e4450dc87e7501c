/** The schema: annotations that a user writes, and the descriptors that everything else reads. */
@NullMarked
package io.numetry.schema;

import org.jspecify.annotations.NullMarked;

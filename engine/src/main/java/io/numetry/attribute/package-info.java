/** Attribute sets of entities, resources and points. */
@NullMarked
package io.numetry.attribute;

import org.jspecify.annotations.NullMarked;

/** Second step: the rules of a schema, every fault on its element, and what is left is sound. */
@NullMarked
package io.numetry.codegen.validate;

import org.jspecify.annotations.NullMarked;

/** Fourth step: a plan spelled as Java source. */
@NullMarked
package io.numetry.codegen.write;

import org.jspecify.annotations.NullMarked;

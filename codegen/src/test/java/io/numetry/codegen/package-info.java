/** Tests of the annotation processor: most compile a source and look at what comes out. */
@NullMarked
package io.numetry.codegen;

import org.jspecify.annotations.NullMarked;

/** First step: the compiler's elements become plain records, each with its place in the source. */
@NullMarked
package io.numetry.codegen.read;

import org.jspecify.annotations.NullMarked;

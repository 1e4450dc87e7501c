/** Tests of the documentation itself. */
@NullMarked
package io.numetry.examples.docs;

import org.jspecify.annotations.NullMarked;

/** Third step: what the generated class contains, decided down to names and byte offsets. */
@NullMarked
package io.numetry.codegen.plan;

import org.jspecify.annotations.NullMarked;
